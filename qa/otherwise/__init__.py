"""Otherwise: what is told otherwise than by the words that answer, or of others, shown beside them."""
