"""From files to documents and passages: readers, metadata, splitting, sample documents."""
