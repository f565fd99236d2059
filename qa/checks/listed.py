"""Lists that do not tell what is asked: what the duties are does not tell which were neglected."""

from __future__ import annotations

from corpus.language.predicates import negated
from corpus.language.words import stems
from qa.passages.given_list import given_list, told_with
from qa.passages.listed import with_alike
from qa.passages.quoted import QuotedWords
from qa.query.list_terms import predicate_asked, tells_of_a_deed


def is_list_without_predicate(words: QuotedWords) -> bool:
    """Things are asked for of which something is so, and words give a list of them that says nothing of that.

    So the duties of a caretaker for "Which duties did the caretaker neglect?"; not a list below what tells of a deed or
    denies, which may be the same in other words: "The following were elected:" for those who were chosen. "On what
    date was the scheme withdrawn?" asks for no things.
    """
    asked = words.asked
    if words.kind == "date":
        return False
    said = predicate_asked(words.question, asked.term_idf.keys() - asked.unneeded)
    document = asked.document(words.passage.document_id) if said else None
    if document is None:
        return False
    quote = words.passage.start + words.span.quote[0], words.passage.start + words.span.quote[1]
    found = given_list(asked, document, quote, has_value=words.span.value is not None)
    if found is None or tells_of_a_deed(found.lead) or negated(found.lead):
        return False
    return said not in told_with(document, found) | with_alike(stems(words.above))
