"""From a question to an answer: understanding, retrieval, features, ranking, confidence, quotes, settings, feedback."""
