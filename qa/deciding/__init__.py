"""Deciding: the answer as it is shown, whole or in parts, or none."""
