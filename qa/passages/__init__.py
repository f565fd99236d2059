"""Passages: what a question meets there: candidates, sentences, lists and the words that may answer."""
