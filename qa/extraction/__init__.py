"""Span extraction: the words of a passage that answer."""
