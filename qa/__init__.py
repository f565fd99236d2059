"""From a question to an answer: filters, ranking, confidence, quotes, settings, command line."""
