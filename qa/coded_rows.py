"""Coded rows: the row or item whose label has the number that a question names, under all else that it asks for."""

from __future__ import annotations

from typing import Final

from corpus.language.codes import codes
from corpus.language.words import stems
from qa.cells import names_of
from qa.idf import idf_coverage
from qa.quoted import QuotedWords

_ALL: Final = 0.999
_KINDS: Final = frozenset({"number", "other"})


def is_asked_by_code(words: QuotedWords) -> bool:
    """Whether words stand beside the label with the one code or number that a question names.

    All other terms of the question must stand in their sentence, what leads into it, or the headings and title above:
    "Grade 9 to 11: 11% of salary" below "The Trust pays in:" for "What does the Trust pay in at grade 10?".

    Args:
        words: that may answer.
    """
    named = names_of(words.passage, words.span.sentence, words.span.quote)
    wanted = codes(words.asked.query.question)
    is_one = "\n" not in words.sentence_text and len(wanted) == 1
    if named is None or not is_one or words.kind not in _KINDS or not wanted[0].stands_in(named.label):
        return False
    code = words.asked.query.question[wanted[0].start : wanted[0].end]
    others = {stem: idf for stem, idf in words.asked.term_idf.items() if stem not in stems(code)}
    said = stems(f"{words.title}\n{words.stands_under}\n{words.sentence_text}")
    return idf_coverage(others, said) >= _ALL
