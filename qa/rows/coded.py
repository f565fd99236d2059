"""Coded rows: the row or item whose label has the number that a question names, under all else that it asks for.

Who holds plot 45 is told by the row of plot 45 in a column of holders.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from corpus.document import Passage
from corpus.language.codes import Code, codes, kinds_of
from corpus.language.kinds import Span
from corpus.language.lasting.holding import verb_forms
from corpus.language.rows import cells, is_row
from corpus.language.sentences import trimmed
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stems
from qa.passages.asked import Asked
from qa.passages.quoted import QuotedWords
from qa.query.idf import idf_coverage
from qa.tables.cells import names_of
from qa.tables.named_rows import column_names, header_of, label_place, rows

_ALL: Final = 0.999
_KINDS: Final = frozenset({"number", "other"})
_TABLE: Final = load("tables")["holders"]
_OF_HOLDERS: Final = re.compile(rf"\W*{alternatives(_TABLE['columns'])}\W*", re.I)
_ASKS_HOLDER: Final = re.compile(
    rf"\bwho\s+(?:(?:is|was|has)\s+)?(?:the\s+)?{alternatives([*_TABLE['asking'], *_TABLE['having']])}\b", re.I
)
_HOLDING: Final = frozenset(stem for word in _TABLE["asking"] for stem in stems(word))


def is_asked_by_code(words: QuotedWords) -> bool:
    """Whether words stand beside the label with the one code or number that a question names.

    All other terms of the question must stand in their sentence, what leads into it, or the headings and title above:
    "Grade 9 to 11: 11% of salary" below "The Trust pays in:" for "What does the Trust pay in at grade 10?".

    Args:
        words: that may answer.
    """
    if words.kind == "person":
        return holder_asked(words.asked, words.passage, words.title) == (words.span.quote, words.span.sentence)
    named = names_of(words.passage, words.span.sentence, words.span.quote)
    wanted = codes(words.question)
    is_one = "\n" not in words.sentence_text and len(wanted) == 1
    if named is None or not is_one or words.kind not in _KINDS or not wanted[0].stands_in(named.label):
        return False
    code = words.question[wanted[0].start : wanted[0].end]
    others = {stem: idf for stem, idf in words.asked.term_idf.items() if stem not in stems(code)}
    said = stems(f"{words.above}\n{words.sentence_text}")
    return idf_coverage(others, said) >= _ALL


def holder_asked(asked: Asked, passage: Passage, title: str) -> tuple[Span, Span] | None:
    """The cell that says who holds the numbered thing that a question names, and its row.

    It stands in the one row of that number below a name such as "Holder" or "Let to". All other words of the question
    must stand above it.

    Args:
        asked: such as "Who holds plot 45?".
        passage: with the table.
        title: of its document.

    Returns:
        None where there is none, or several.
    """
    wanted = codes(asked.query.question) if asked.answer_type == "person" else ()
    if len(wanted) != 1 or not wanted[0].noun or not _ASKS_HOLDER.search(asked.query.question):
        return None
    code = stems(asked.query.question[wanted[0].start : wanted[0].end])
    terms, found = frozenset(asked.query.terms), []
    for part, header in rows(passage):
        row = (part.start, part.end)
        above = stems(f"{title}\n{passage.heading}\n{header}")
        is_about = terms.union(stems(wanted[0].noun)).difference(code[-1:], _HOLDING).issubset(above)
        if is_about and _labels(wanted[0], passage.text, cells(passage.text, row)):
            found += [(cell, row) for cell in _holder(passage, row, header)]
    return found[0] if len(found) == 1 else None


def is_holder_alone(words: QuotedWords) -> bool:
    """Whether a question asks who did something with a numbered thing, and words tell only who holds that or another.

    Args:
        words: such as "Ada Moor" below "Holder", for "Who inspected plot 45?".
    """
    passage, row, wanted = words.passage, words.span.sentence, codes(words.question)
    if words.kind != "person" or not is_row(words.sentence_text) or len(wanted) != 1:
        return False
    (start, end), header = words.span.quote, header_of(passage, row)
    is_holder = any(start <= cell[0] and cell[1] <= end for cell in _holder(passage, row, header))
    said = stems(f"{words.above}\n{header}\n{words.numbered_sentence}")
    is_said = verb_forms(words.asked.query.terms) - _HOLDING <= verb_forms(said)
    return is_holder and not (is_said and wanted[0].stands_in(words.numbered_sentence))


def _holder(passage: Passage, row: Span, header: str) -> list[Span]:
    """The one cell of a row below a name such as "Holder"; empty where there is none that says anything, or several."""
    names, own = column_names(header), cells(passage.text, row)
    found = [cell for name, cell in zip(names, own, strict=False) if _OF_HOLDERS.fullmatch(name)]
    return list(trimmed(passage.text, *found[0])) if len(names) == len(own) and len(found) == 1 else []


def _labels(code: Code, text: str, own: Sequence[Span]) -> bool:
    """Whether the label of a row is a number, or a numbered thing, and no more."""
    label = " ".join(text[slice(*own[label_place(text, own)])].split()).casefold()
    return label == code.number or any(label == f"{noun} {code.number}" for noun in kinds_of(code))
