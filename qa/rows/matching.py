"""Matching rows: the rows of a table that a question asks for by what stands in their cells: "bays with three beds"."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import chain
from typing import Final

from corpus.document import Passage
from corpus.language.distinctions.wholes import ALL
from corpus.language.kinds import Span
from corpus.language.persons.people import names
from corpus.language.predicates import negated
from corpus.language.rows import cells, is_row
from corpus.language.vocabulary import COUNTS, CURRENCY_SIGNS, load
from corpus.language.words import WRITTEN_WORD, stem_of, stems
from qa.passages.asked import Asked
from qa.query.idf import idf_coverage
from qa.tables.cells import rows_beside
from qa.tables.named_rows import column_names, header_of

ALL_ASKED: Final = 0.999
"""They hold all of it."""
LEAST: Final = 0.5
"""A table answers when its columns, the cells that are named and what it stands under hold this share of what is asked;
set by hand."""
_TABLE = load("tables")
_ASKING, _NOT_AS_SAID, _HAVING, _LACKING = (
    frozenset[str](_TABLE[name]) for name in ("asking_rows", "not_as_said", "having", "lacking")
)
_SAID_OF_ALL = frozenset(map(stem_of, _ASKING)) | ALL
_ASKING_PEOPLE = frozenset[str](_TABLE["asking_people"])
_PAYING = frozenset(map(stem_of, _TABLE["paying"]))
_NAMED_WITHIN: Final = 4
"""So many words after "which" its rows may be named."""


def matching_rows(
    asked: Asked, text: str, columns: Sequence[str], rows: Sequence[Span], under: str, least: float = LEAST
) -> list[Span] | None:
    """The rows of a table that a question asks for by what it says of their cells; None where it asks for no rows.

    Args:
        asked: the question, such as "List the bays with three beds".
        text: with the table.
        columns: their names, such as "Bay" and "Beds".
        rows: where its rows stand in the text.
        under: the headings that it stands under.
        least: the share of what is asked that columns, cells and headings must hold.
    """
    said = _Said(asked.query.question)
    whole = [
        own for row in rows if len(own := [text[slice(*cell)].strip() for cell in cells(text, row)]) == len(columns)
    ]
    if (
        len(whole) != len(rows)
        or len(columns) < 2
        or not said.asks_for(columns[0], [row[0] for row in whole])
        or any(said.has(row[0]) for row in whole)
    ):
        return None
    wanted = {
        column: cells_named
        for column in range(1, len(columns))
        if (cells_named := said.cells_named(columns[column], {row[column] for row in whole}))
    }
    told = {stem for column, named in wanted.items() for stem in stems(" ".join((columns[column], *named)))}
    known = told.union(stems(f"{columns[0]}\n{under}"), _SAID_OF_ALL)
    known |= {stem for stem in asked.question_idf if str(COUNTS.get(stem)) in told}
    known |= _PAYING if any(map(_is_money, chain.from_iterable(wanted.values()))) else frozenset()
    in_cells = frozenset(stems(" ".join(chain.from_iterable(whole))))
    is_only_named = in_cells.isdisjoint(asked.question_idf.keys() - known)
    if not wanted or not is_only_named or idf_coverage(asked.question_idf, known) < least:
        return None
    found = zip(rows, whole, strict=True)
    return [place for place, row in found if all(row[column] in named for column, named in wanted.items())]


def matching_in_passage(asked: Asked, passage: Passage, words: Span, least: float = LEAST) -> list[Span] | None:
    """Those of them that a passage has, of the table in which words stand.

    Args:
        asked: the question.
        passage: with the table.
        words: where a row of it, or several, stand in its text.
        least: the share of what is asked that columns, cells and headings must hold.
    """
    row = words[0] + passage.text[slice(*words)].rfind("\n") + 1, words[1]
    if not is_row(passage.text[slice(*row)]):
        return None
    rows = [(part.start, part.end) for part in rows_beside(passage, row)]
    under = f"{passage.heading}\n{passage.context}"
    return matching_rows(asked, passage.text, column_names(header_of(passage, row)), rows, under, least)


class _Said:
    """A question as it is held against the cells of a table."""

    def __init__(self, question: str) -> None:
        said, self._denied = _before_denial(question)
        self._words = [word.casefold() for word in _words(question)]
        self._stems = _numbered(said)
        self._text = said.casefold().replace("?", " ").split()

    def asks_for(self, column: str, cells_of_it: Sequence[str]) -> bool:
        """Whether it asks which of what a column names, or who of people, by cells that say just what it does."""
        if not _NOT_AS_SAID.isdisjoint(self._words):
            return False
        if " ".join(self._words[:2]) in _ASKING_PEOPLE:
            return all(any(names(cell)) for cell in cells_of_it)
        own = frozenset(stems(column))
        places = [place for place, word in enumerate(self._words) if word in _ASKING]
        within = (self._words[place + 1 : place + 1 + _NAMED_WITHIN] for place in places)
        return any(not own.isdisjoint(stems(" ".join(words))) for words in within)

    def has(self, cell: str) -> bool:
        """Whether it has all words of a cell one after the other, and one of them is no number."""
        own = _numbered(cell)
        is_said = any(self._stems[at : at + len(own)] == own for at in range(len(self._stems) - len(own) + 1))
        return bool(own) and is_said and any(map(str.isalpha, "".join(own)))

    def cells_named(self, column: str, values: Collection[str]) -> list[str]:
        """Which cells of a column it names: by their words, a number with the column's name or sign, or "yes"."""
        own = set(stems(column))
        if own and {value.casefold() for value in values} <= _HAVING | _LACKING:
            wanted = _LACKING if own <= self._denied else _HAVING if own.issubset(self._stems) else frozenset()
            return [value for value in values if value.casefold() in wanted]
        is_called = not own.isdisjoint(self._stems)
        return [
            value for value in values if self.has(value) or (_is_figure(value) and self._has_figure(value, is_called))
        ]

    def _has_figure(self, value: str, is_called: bool) -> bool:
        """Whether it has a figure, with the column's name or, as "£40" has, a sign."""
        is_signed = not value[0].isdigit() and value.casefold() in self._text
        return is_signed or (is_called and _numbered(value)[-1:] != [] and _numbered(value)[-1] in self._stems)


def _before_denial(question: str) -> tuple[str, frozenset[str]]:
    """A question as far as it denies nothing, and the stems of the rest: "Which pitches have" and "floodlight"."""
    ends = (word.end() for word in WRITTEN_WORD.finditer(question))
    end = next((end for end in ends if negated(question[:end])), len(question))
    return question[:end], frozenset(stems(question[end:]))


def _is_money(value: str) -> bool:
    return value[:1] in CURRENCY_SIGNS


def _is_figure(value: str) -> bool:
    return any(map(str.isdigit, value)) and not any(map(str.isalpha, value))


def _numbered(text: str) -> list[str]:
    """The stems of a text, in order, with numbers in digits: "three" is "3"."""
    return [str(COUNTS.get(word, stem)) for word in map(str.casefold, _words(text)) for stem in stems(word)]


def _words(text: str) -> list[str]:
    return [word[0] for word in WRITTEN_WORD.finditer(text)]
