"""Questions over many documents, answered by a table of what the documents state, each row with its words."""
