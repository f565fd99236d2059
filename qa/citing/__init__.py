"""Citing: sources named beside an answer, and found again from what somebody cites."""
