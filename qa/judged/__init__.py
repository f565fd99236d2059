"""Questions on judgements, answered from the judgements that the documents state, before their words are weighed."""
