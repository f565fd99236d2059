"""Tables: the rows of a passage's tables as they are read, with their columns and times."""
