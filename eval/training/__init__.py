"""Training: the ranker and the answer extractor fitted to question sets, by qa's own ranking."""
