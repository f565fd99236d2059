"""Language: all that is known of English, and of no document."""
