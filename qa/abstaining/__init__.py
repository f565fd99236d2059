"""Abstaining: the reasons why a question is not answered, each true of the documents."""
