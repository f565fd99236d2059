"""Most rows: the row of a table that has the most or the least of what is asked: "Which hall has the dearest rent?"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from corpus.document import Passage
from corpus.items import rows_at
from corpus.language.kinds import Span
from corpus.language.rows import CELL_END, cells, is_row
from corpus.language.vocabulary import CURRENCY_SIGNS, alternatives, first_of, load
from corpus.language.words import stems
from qa.passages.asked import Asked
from qa.passages.quoted import QuotedWords
from qa.query.intent import names_choices
from qa.tables.named_rows import column_names, header_of

_TABLE = load("superlatives")["in_rows"]
_LEAST = frozenset[str](_TABLE["least"])
_OF_MONEY = frozenset[str](_TABLE["of_money"])
_OF_TIME = frozenset[str](_TABLE["of_time"])
_SUPERLATIVE = alternatives([*_TABLE["most"], *_TABLE["least"]])
_ASKS = re.compile(
    rf"{first_of('(?P<asking>which|who|what)')}[^?]*?\bthe\s+(?P<superlative>{_SUPERLATIVE})\b(?P<rest>[^?]*)", re.I
)
_NUMBER = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_MINUS = re.compile(rf"(?:^|(?<=\s)|(?<=[{CURRENCY_SIGNS}]))[-\u2212\u2013](?=\s?[{CURRENCY_SIGNS}]?[0-9])")
"""A sign before a number that says that it is below nothing."""
_IN_BRACKETS = re.compile(rf"\(\s?(?=[{CURRENCY_SIGNS}]?\s?[0-9][0-9,.]*\s?\))")
"""A bracket in which accounts put a sum below nothing: "£(20)"."""
_OF_ALL = frozenset(stem for word in _TABLE["of_all"] for stem in stems(word))
_MAY_BE_OF_ALL = re.compile(rf"^\W*{alternatives(_TABLE['of_all'])}\b|\b{alternatives(_TABLE['of_all'])}\W*$", re.I)
"""Such a row may be the sum of the others, or be called so: "Total for Bury", "All Saints"."""
_MONEY = re.compile(rf"[{CURRENCY_SIGNS}]")
_TIME = re.compile(rf"\b{alternatives(load('units')['time'])}\b", re.I)
_HAVING = frozenset(stem for word in _TABLE["having"] for stem in stems(word))
_LEAST_ROWS: Final = 2

Column = Sequence[str]


@dataclass(frozen=True, slots=True)
class _Most:
    """What has the most or the least of what a question asks, by a whole table.

    Attributes:
        rows: where the rows that have it stand in the passage's text, or behind it; none where none is known to.
        superlative: as it is asked for.
        names: of the table's columns.
        compared: of those that are compared.
    """

    rows: tuple[Span, ...]
    superlative: str
    names: Sequence[str]
    compared: Sequence[str]


def most_rows(asked: Asked, passage: Passage, row: Span) -> list[Span] | None:
    """The rows of a table that have the most, or the least, of what a question asks; None where it asks for no such.

    Args:
        asked: the question, such as "Which hall is the cheapest?".
        passage: with the table.
        row: one of its rows in the passage's text, or several; of other words there are none.

    Returns:
        Where they stand in the passage's text, or behind it; none where the cells cannot be compared.
    """
    last = row[0] + passage.text[slice(*row)].rfind("\n") + 1, row[1]
    most = _most(asked, passage, last) if is_row(passage.text[slice(*last)]) else None
    return None if most is None else list(most.rows)


def is_surely_the_most(words: QuotedWords) -> bool:
    """Whether words are the one row that has the most of what is asked, of all that the question asks about.

    Title, headings and the names of the columns that are compared hold all other words of it, and it names no time.

    Args:
        words: that may answer.
    """
    asked, row = words.asked, words.span.sentence
    most = _most(asked, words.passage, row) if is_row(words.sentence_text) else None
    if most is None or most.rows != (row,) or asked.query.interpretation.periods:
        return False
    above = [line for line in words.stands_under.split("\n") if CELL_END not in line]
    said = stems("\n".join((words.title, *above, most.names[0], *most.compared, most.superlative)))
    return frozenset(asked.question_stems) <= frozenset(said) | _HAVING


def _most(asked: Asked, passage: Passage, row: Span) -> _Most | None:
    """What has the most of what is asked in the table of a row; None where it asks for no such."""
    question, document = asked.query.question, asked.document(passage.document_id)
    wanted = _ASKS.search(question)
    if wanted is None or document is None or asked.answer_type == "yes_no" or names_choices(question):
        return None
    names, told = column_names(header_of(passage, row)), rows_at(document, passage.start + row[0])
    every = [(one, [document.text[slice(*cell)].strip() for cell in cells(document.text, one)]) for one in told]
    own = [(one, row_cells) for one, row_cells in every if not _is_of_all(row_cells[0], names[0])]
    rows, table = [one for one, _ in own], [row_cells for _, row_cells in own]
    if len(rows) < _LEAST_ROWS or any(len(one) != len(names) for one in table) or len(names) < _LEAST_ROWS:
        return None
    if not _is_of_rows(asked, wanted, names[0], [one[0] for one in table]):
        return None
    superlative = " ".join(wanted["superlative"].casefold().split())
    columns = _columns(superlative, asked, names, [*zip(*table, strict=True)])
    best = {frozenset(_best(column, superlative in _LEAST)) for _, column in columns}
    found = next(iter(best)) if len(best) == 1 else frozenset[int]()
    compared = [name for name, _ in columns]
    if any(_MAY_BE_OF_ALL.search(table[place][0]) for place in found) or _names_another(asked, names, compared):
        found = frozenset()
    spans = ((rows[place][0] - passage.start, rows[place][1] - passage.start) for place in sorted(found))
    return _Most(tuple(spans), superlative, names, compared)


def _names_another(asked: Asked, names: Sequence[str], compared: Sequence[str]) -> bool:
    """Whether a question names a column, too, that is not compared: "Which hall with meals is the cheapest?"."""
    others = frozenset(stems("\n".join(names))).difference(stems("\n".join((names[0], *compared))))
    return not others.isdisjoint(asked.question_stems)


def _is_of_rows(asked: Asked, wanted: re.Match[str], name: str, labels: Sequence[str]) -> bool:
    """Whether a question asks for one of the rows of a table: by the name of its first column, and by no label."""
    question = set(asked.question_stems)
    said = wanted["rest"] if wanted["asking"].casefold() == "what" else asked.query.question
    shared = set[str].intersection(*(set(stems(label)) for label in labels))
    own = {stem for label in labels for stem in stems(label)} - shared - set(stems(name))
    return not set(stems(name)).isdisjoint(stems(said)) and question.isdisjoint(own)


def _is_of_all(label: str, name: str) -> bool:
    """Whether a row is of all the others together: "Total", or "All halls" in a column of halls."""
    said = frozenset(stems(label))
    return not said.isdisjoint(_OF_ALL) and said <= _OF_ALL | frozenset(stems(name))


def _columns(superlative: str, asked: Asked, names: Sequence[str], table: Sequence[Column]) -> list[tuple[str, Column]]:
    """The columns of which most is asked: those that the question names, or of money or of time where it asks that.

    Each has its name first.
    """
    question = set(asked.question_stems)
    form = _MONEY if superlative in _OF_MONEY else _TIME if superlative in _OF_TIME else None
    values = [(name, column) for name, column in zip(names[1:], table[1:], strict=True) if _is_comparable(column)]
    fitting = [(name, column) for name, column in values if form is None or all(map(form.search, column))]
    named = [(name, column) for name, column in fitting if not question.isdisjoint(stems(name))]
    return named or (fitting if form else [])


def _is_comparable(column: Column) -> bool:
    """Whether all cells of a column have one number, and the same beside it: "40 weeks", "£4"."""
    return all(len(_NUMBER.findall(cell)) == 1 for cell in column) and (
        len({_beside_number(cell) for cell in column}) == 1
    )


def _best(column: Column, is_least: bool) -> list[int]:
    """The places of the cells with the highest number, or the lowest."""
    numbers = [_number(cell) for cell in column]
    most = min(numbers) if is_least else max(numbers)
    return [place for place, number in enumerate(numbers) if number == most]


def _beside_number(cell: str) -> str:
    """What a cell has beside its number and the signs that it is below nothing."""
    words = _NUMBER.sub("", _MINUS.sub("", cell)).casefold().replace(" ", "")
    return re.sub("[()]", "", words) if _IN_BRACKETS.search(cell) else words


def _number(cell: str) -> Decimal:
    """The number of a cell: "-8 °C", "£(20)", "1,240"."""
    number = Decimal(_NUMBER.findall(cell)[0].replace(",", ""))
    return -number if _MINUS.search(cell) or _IN_BRACKETS.search(cell) else number
