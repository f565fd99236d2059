"""Versions: editions of a document, which of them is in force, and what changed between them."""
