"""Query understanding: the names, times and kind of answer in a question."""
