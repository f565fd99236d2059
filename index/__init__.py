"""From passages to a searchable snapshot: encoder, pinned models, vectors, postings, store, build."""
