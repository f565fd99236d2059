"""Choosing: which of the words that may be shown answer, and how likely they are right."""
