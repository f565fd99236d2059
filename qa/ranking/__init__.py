"""Ranking: the passages that may answer, found and put in order."""
