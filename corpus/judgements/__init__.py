"""Judgements: which grade, on a declared scale, a document says that something was given, and as of when."""
