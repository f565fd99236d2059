"""Cells: which cell of a table's row a question asks for, by the names of the columns."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.document import Part, Passage
from corpus.language.amounts.counted import words_of_side
from corpus.language.codes import codes
from corpus.language.distinctions.ages import is_of_other_generation
from corpus.language.distinctions.turned import is_turned
from corpus.language.kinds import Span
from corpus.language.lasting.hours import weekdays_asked
from corpus.language.rows import cells, is_row
from corpus.language.sentences import trimmed
from corpus.language.times.parts import weekdays_in
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import WRITTEN_WORD, stems
from qa.query.idf import idf_coverage
from qa.tables.meant import is_in_time, meant_columns, told_columns
from qa.tables.named_rows import column_names, header_of, label_place, rows

_LABEL = re.compile(r"\s*(?:[-–—*•]\s+)?(?P<label>[^:|\n]{2,60}?)(?::|\s[–—-])\s+(?=\S)")
"""A label before its value, as in "Opening hours: noon to 4pm" and "Alert – a first report"."""
_LABEL_WORDS = 8
_SEVERAL_CELLS = 3
"""A row of so many cells gives several things under its label."""
_COLUMN_MAX_CHARS = 1_200
"""Rows of more characters are not quoted for a column."""
_NUMBERING = re.compile(r"[0-9]+|[A-Z](?:(?:, | and | or | to | ?[–—-] ?)[A-Z])*")
_HALVES = load("halves")
_NO_KINDS = frozenset(stems(" ".join([*_HALVES["auxiliaries"], *load("asking")["story"]["tellers"]])))
_NO_NOUN = alternatives([*_HALVES["auxiliaries"], *_HALVES["lent_verbs"], *_HALVES["before_asking"]])
_WHAT = re.compile(
    rf"\b(?:what|which|how\s+(?:many|much))\s+(?:(?:is|are|was|were)\s+)?(?:the\s+)?(?P<noun>(?:(?!{_NO_NOUN}\b)[\w’'-]+\s+){{1,3}})",
    re.I,
)
"""What a question asks for, up to its verb."""
_ITEM_END = re.compile(r"[,;]\s*(?:(?:and|or)\s+)?|\s(?:and|or)\s|/")
"""What parts the things that a cell lists."""
_NUMBERS = re.compile(r"(?:\d{1,4}|[\s,;/&–-]|and|or|to)+")
_RANGE = re.compile(r"(\d{1,4})(?:\s*(?:to|[–-])\s*(\d{1,4}))?")
_FIGURES = re.compile(r"\d[\d.,]*")
_DIGIT = re.compile(r"\d")
_FOR = re.compile(r"\bfor\s+(?:(?:an?|the|my|our|your)\s+)?(\w+)\W*$", re.I)
_YEARS = re.compile(r"\b((?:19|20)[0-9]{2})(?:\s?[/–-]\s?([0-9]{4}|[0-9]{2}))?\b")
_FY = re.compile(r"\bFY\s?['’]?(?:20)?([0-9]{2})(?:\s?[/–-]\s?(?:20)?([0-9]{2}))?\b", re.I)
"""A financial year behind its letters: "FY26", "FY2026", "FY25/26"."""


def is_row_name(text: str, row: Span, quote: Span) -> bool:
    """Whether words stand in the first filled cell of a row, which names it, or before it."""
    own = cells(text, row)
    start, end = own[label_place(text, own)]
    return quote[1] <= start + len(text[start:end].rstrip())


def asked_cell(
    passage: Passage, row: Span, idf: Mapping[str, float], *, question: str = "", is_number: bool = False
) -> Span | None:
    """The cell of a row whose column a question names best.

    Args:
        passage: with the row.
        row: where it stands in the passage's text.
        idf: of the question's stems.
        question: as it was asked; a column of members is none of non-members.
        is_number: whether a number is asked for, which a column of a year may hold that is not named.

    Returns:
        Where the cell stands; of columns that are named alike, or not at all, that of the latest year where they are of
        years. None where no column is told so, the columns are not known, or the question says what stands there.
    """
    place = _asked_place(passage, row, idf, question, is_number)
    cell = next(trimmed(passage.text, *place), None) if place else None
    return cell if cell and not idf.keys() >= set(stems(passage.text[slice(*cell)])) else None


def _asked_place(passage: Passage, row: Span, idf: Mapping[str, float], question: str, is_number: bool) -> Span | None:
    """Where in a row the column stands that a question names, with what is around its words; see `asked_cell`."""
    names, own = column_names(header_of(passage, row)), cells(passage.text, row)
    if len(names) != len(own):
        return None
    columns, is_named = best_columns(passage.text, names, own, idf, question)
    columns = [
        column
        for column in columns
        if not (is_turned(question, names[column]) or is_of_other_generation(question, names[column]))
        and not is_in_time(question, names[column])
    ]
    if meant := told_columns(names, question) or ([] if is_named else meant_columns(names, question)):
        columns, is_named = meant, True
    if not is_named:
        columns = [column for column in columns if is_number and _years_of(names[column])]
    column = columns[0] if len(columns) == 1 and is_named else _latest(names, columns)
    return None if column is None else own[column]


def best_columns(
    text: str, names: Sequence[str], own: Sequence[Span], idf: Mapping[str, float], question: str = ""
) -> tuple[list[int], bool]:
    """The columns of a row that a question names best, behind that of its label, and whether it names them at all.

    Those called as what it asks for are named best: "What weight …", "How heavy is it?".

    Args:
        text: of the passage.
        names: of the columns.
        own: the row's cells, one in each of them.
        idf: of the question's stems.
        question: as it was asked.
    """
    first = label_place(text, own)
    label = set(stems(f"{names[first]} {text[slice(*own[first])]}"))
    others = {stem: weight for stem, weight in idf.items() if stem not in label}
    asked = frozenset(stem for match in _WHAT.finditer(question) for stem in stems(match["noun"])).intersection(others)
    asked |= frozenset(stem for word in words_of_side(question) for stem in stems(word))
    found = (stems(name) for name in names[first + 1 :])
    worths = [(not asked.isdisjoint(name), idf_coverage(others, name)) for name in found]
    best = max(worths, default=(False, 0.0))
    return [place for place, worth in enumerate(worths, first + 1) if worth == best], best > (False, 0.0)


def asked_column(passage: Passage, row: Span, idf: Mapping[str, float], *, of_all: bool) -> Span | None:
    """The rows of a table with the names of its columns, where a question names one of these and nothing of a row.

    "What are the prices for dogs?" asks for no single cell of the column "Dog".

    Args:
        passage: with the table.
        row: one of its rows.
        idf: of the question's stems.
        of_all: whether all of a kind are asked for, whatever that is called; otherwise all that the question says
            stands in the passage or its headings.

    Returns:
        Where they stand in the passage's text; None where a row is named, or the table is too long to be quoted.
    """
    names, found = column_names(header_of(passage, row)), cells(passage.text, row)
    if len(names) != len(found):
        return None
    columns, is_named = best_columns(passage.text, names, found, idf)
    if not is_named or len(columns) != 1:
        return None
    own = [(part.start, part.end) for part in rows_beside(passage, row)]
    said = " ".join(passage.text[slice(*one)] for one in own)
    if len(own) < 2 or not idf.keys().isdisjoint(stems(said)):
        return None
    if not of_all and not idf.keys() <= set(stems(f"{passage.heading}\n{passage.context}\n{passage.text}")):
        return None
    header = max((part.end for part in passage.parts if part.end <= own[0][0] and part.names_columns), default=None)
    start = next((part.start for part in passage.parts if part.end == header), own[0][0])
    return (start, own[-1][1]) if own[-1][1] - start <= _COLUMN_MAX_CHARS else None


def rows_beside(passage: Passage, row: Span) -> list[Part]:
    """The rows of the table in which a row stands, as far as they are in its passage; without names of columns.

    Args:
        passage: with the table.
        row: where one of them stands in its text.
    """
    found: list[Part] = []
    header = header_of(passage, row)
    for part, own in rows(passage):
        if part.names_columns or own != header:
            if any(one.start == row[0] for one in found):
                break
            found = []
        if not part.names_columns and own == header:
            found.append(part)
    return found if any(one.start <= row[0] < one.end for one in found) else []


def is_one_of_alike(passage: Passage, row: Span, quote: Span) -> bool:
    """Whether another cell of a row gives a value of the form of one, as "£16" does beside "£12"; of bare numbers none.

    Args:
        passage: with the row.
        row: where it stands in the passage's text.
        quote: the cell.
    """
    own = [passage.text[slice(*cell)].strip() for cell in cells(passage.text, row)]
    quoted, form = passage.text[slice(*quote)].strip(), _FIGURES.sub("0", passage.text[slice(*quote)].strip())
    is_signed = form != "0" and "0" in form and quoted in own
    return is_signed and sum(_FIGURES.sub("0", cell) == form for cell in own[1:]) > 1


def cell_names(passage: Passage, row: Span, cell: Span) -> str:
    """The names of a cell's row and column, with a comma between; "" where words are no cell, or a name themselves.

    Args:
        passage: with the row.
        row: where it stands in the passage's text.
        cell: the words.
    """
    if not is_row(passage.text[slice(*row)]):
        return ""
    names, own = column_names(header_of(passage, row)), cells(passage.text, row)
    first = label_place(passage.text, own)
    column = next((place for place, one in enumerate(own) if cell in trimmed(passage.text, *one)), 0)
    if column <= first or len(names) != len(own):
        return ""
    both = passage.text[slice(*own[first])], names[column]
    return ", ".join(name for one in both if (name := " ".join(one.split())))


@dataclass(frozen=True, slots=True)
class NamedWords:
    """What names some words: the label of their row or before them, and the name of their column, "" where none is."""

    label: str
    column: str = ""

    def named_by(self, question: str) -> float:
        """The shares of both that a question has, multiplied, 0 to 1; a code in a label's range is all of the label."""
        asked = frozenset(stems(question))
        is_coded = any(code.stands_in(self.label) for code in codes(question))
        share = 1.0 if is_coded else _share(self.label, asked)
        return share * (_share(self.column, asked) if self.column else 1.0)


def lacks_asked_column(passage: Passage, row: Span, quote: Span, question: str) -> bool:
    """Whether a question has a word of another column's name that the column of a cell has not, nor the row's label.

    The two share a word with each other or with one between, as columns do that cross two things.

    So "overseas fee 2025/26" has of the columns "Home 2025/26" and "Overseas 2026/27", and neither is that.

    Args:
        passage: with the row.
        row: where it stands in the passage's text.
        quote: the cell, or words of it.
        question: as it was asked.
    """
    names, own = column_names(header_of(passage, row)), cells(passage.text, row)
    first = label_place(passage.text, own)
    column = next((place for place, one in enumerate(own) if one[0] <= quote[0] and quote[1] <= one[1]), first)
    if column <= first or len(names) != len(own):
        return False
    label, beside = set(stems(passage.text[slice(*own[first])])), set(stems(names[column]))
    crossing = [set(stems(name)) for name in names[first + 1 :]]
    alike = beside
    while joined := [name for name in crossing if not alike.isdisjoint(name) and not name <= alike]:
        alike = alike.union(*joined)
    return not (alike - beside - label).isdisjoint(stems(question))


def names_of(passage: Passage, sentence: Span, quote: Span) -> NamedWords | None:
    """What names words: row and column of a cell, or the label before a value; None where nothing does.

    Args:
        passage: with the words.
        sentence: where their sentence stands in its text.
        quote: where they do.
    """
    text = passage.text
    if not is_row(text[slice(*sentence)]):
        found = _LABEL.match(text, *sentence)
        is_label = found and found.end() <= quote[1] and len(found["label"].split()) <= _LABEL_WORDS
        return NamedWords(found["label"]) if found and is_label else None
    names, own = column_names(header_of(passage, sentence)), cells(text, sentence)
    first = label_place(text, own)
    column = next((place for place, one in enumerate(own) if one[0] <= quote[0] and quote[1] <= one[1]), first)
    if column <= first:
        return None
    return NamedWords(text[slice(*own[first])].strip(), names[column] if len(names) == len(own) else "")


def _share(name: str, asked: Collection[str]) -> float:
    """The share of a name's stems that are asked about."""
    own = frozenset(stems(name))
    return len(own.intersection(asked)) / max(len(own), 1)


def asks_label(passage: Passage, row: Span, quote: Span, question: str) -> bool:
    """Whether a question asks which one of those a table's rows are of, and words are another cell: "Which bay has …?".

    Args:
        passage: with the row.
        row: where it stands in the passage's text.
        quote: the words of it that may answer.
        question: as it was asked.
    """
    names, own = column_names(header_of(passage, row)), cells(passage.text, row)
    first = label_place(passage.text, own)
    is_cell = quote != row and own[first][1] <= quote[0]
    asked = [stems(match["noun"])[-1:] for match in _WHAT.finditer(question) if match[0][:1] in "Ww"]
    return is_cell and len(names) == len(own) and any(noun and noun == stems(names[first]) for noun in asked)


def lists_asked(passage: Passage, row: Span, quote: Span, question: str) -> bool:
    """Whether a question names one of the things that a cell of a row lists, and the cell is all that is quoted of it.

    Args:
        passage: with the row.
        row: where it stands in the passage's text.
        quote: the words of it that may answer.
        question: as it was asked.
    """
    return row != quote and bool(_item_named(passage.text[slice(*quote)], stems(question), ""))


def is_another_row(passage: Passage, row: Span, quote: Span, question: str) -> bool:
    """Whether a question names what stands in a column in other rows of a table, and not what stands there in this one.

    Columns before that of the words tell rows apart, or all but the last where a whole row is quoted; those behind only
    by one of several things that a cell lists: "cramps", for "Itching, cramps" and "Confusion, rash". Numbers do so
    behind the name of their column: "Year 9", for "8 and 9".

    Args:
        passage: with the row.
        row: where it stands in the passage's text.
        quote: the words of it that may answer.
        question: as it was asked.
    """
    asked, own, names = stems(question), cells(passage.text, row), column_names(header_of(passage, row))
    others = [
        cells(passage.text, (part.start, part.end))
        for part, _ in rows(passage)
        if not part.names_columns and (part.start, part.end) != row
    ]
    quoted = next((place for place, cell in enumerate(own) if cell[0] <= quote[0] and quote[1] <= cell[1]), None)
    last = len(own) - 1 if quoted is None else quoted
    for column, cell in enumerate(own):
        name = names[column] if len(names) == len(own) else ""
        named = _item_named if column >= last else _named
        stated = named(passage.text[slice(*cell)], asked, name)
        beside = (passage.text[slice(*other[column])] for other in others if len(other) == len(own))
        if column != quoted and any(named(one, asked, name) > stated for one in beside):
            return True
    return False


def _named(cell: str, asked: Sequence[str], name: str) -> float:
    """How many words of a question are all that a cell says, which counts a little more, or one thing of its list."""
    whole = _stands_in(asked, stems(cell))
    return max(whole and whole + 0.5, _item_named(cell, asked, name), _number_named(cell, asked, name))


def _item_named(cell: str, asked: Sequence[str], name: str) -> int:
    """How many words of a question are one of several things that a cell lists; 0 where it lists none of it."""
    items = [stems(item) for item in _ITEM_END.split(cell)]
    return max((_stands_in(asked, item) for item in items), default=0) if len(items) > 1 else 0


def _number_named(cell: str, asked: Sequence[str], name: str) -> int:
    """How many words of a question name a column and a number that a cell gives in it: 2 of "Year 9" for "8 to 10"."""
    noun = stems(name)[-1:]
    if not noun or not _NUMBERS.fullmatch(cell):
        return 0
    ends = [(int(match[1]), int(match[2] or match[1])) for match in _RANGE.finditer(cell)]
    behind = (following for word, following in pairwise(asked) if word == noun[0] and following.isdecimal())
    return 2 * any(first <= int(number) <= last for number in behind for first, last in ends)


def _stands_in(asked: Sequence[str], own: Sequence[str]) -> int:
    """How many stems some words have, where they stand so in a question; 0 where they do not, or are numbers alone."""
    if not own or not any(map(str.isalpha, "".join(own))):
        return 0
    return len(own) if any(list(asked[at : at + len(own)]) == own for at in range(len(asked) - len(own) + 1)) else 0


def is_of_other_years(question: str, columns: str) -> bool:
    """Whether a question names a year, and the names of a table's columns only others: "2027/28" for "Fee 2026/27"."""
    asked_fy, named_fy = ({match[2] or match[1] for match in _FY.finditer(text)} for text in (question, columns))
    if asked_fy and named_fy:
        return asked_fy.isdisjoint(named_fy)
    asked, named = _years_of(question), _years_of(columns)
    return bool(asked and named) and not any(_alike(one, other) for one in asked for other in named)


def is_of_other_years_than(years: Collection[int], name: str) -> bool:
    """Whether a name gives years, and none of some: "2023/24" for 2025."""
    named = _years_of(name)
    return bool(named) and not any(first <= year <= last for first, last in named for year in years)


def is_of_other_weekdays(question: str, columns: str) -> bool:
    """Whether a question names days of the week, and a table's columns only others: Sunday for "Mon to Fri"."""
    asked, named = weekdays_asked(question), weekdays_in(columns)
    return bool(asked and named) and asked.isdisjoint(named)


def lacks_weekday(question: str, said: str) -> bool:
    """Whether a question names days of the week, without a date beside them, and a text names none of these."""
    asked = frozenset() if _DIGIT.search(question) else weekdays_asked(question)
    return bool(asked) and asked.isdisjoint(weekdays_in(said))


def numbered_label(passage: Passage, row: Span) -> str:
    """The label of a row that is a number or letters, with its column's name: "Kennel 60", "Band A to C"; else ""."""
    names, own = column_names(header_of(passage, row)), cells(passage.text, row)
    first = label_place(passage.text, own)
    label = passage.text[slice(*own[first])].strip()
    return f"{names[first]} {label}" if len(names) == len(own) and _NUMBERING.fullmatch(label) else ""


def asks_other_column(passage: Passage, row: Span, question: str, said: str) -> bool:
    """Whether a question asks of one kind what a row gives of several others: rabbits, for the columns "Cat" and "Dog".

    The kind stands right before the words of the row's label, or after "for" at the end of the question.

    Args:
        passage: with the row.
        row: where it stands in the passage's text.
        question: as it was asked.
        said: all that is said around the row, where the kind may stand.
    """
    own = [cell for cell in cells(passage.text, row) if passage.text[slice(*cell)].strip()]
    if len(own) < _SEVERAL_CELLS or not header_of(passage, row):
        return False
    label = stems(passage.text[slice(*own[0])])[:1]
    before = (one for one, following in pairwise(WRITTEN_WORD.findall(question)) if label and stems(following) == label)
    kinds = {stem for word in [*before, *_FOR.findall(question)] for stem in stems(word)} - _NO_KINDS
    return not kinds.isdisjoint(kinds.difference(stems(said)))


def _alike(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two are one pair of years, or a year is one of a pair."""
    return one == other or (one[0] <= other[1] and other[0] <= one[1] and not (one[0] < one[1] and other[0] < other[1]))


def _years_of(text: str) -> frozenset[tuple[int, int]]:
    """The years and the pairs of years, such as "2025/26", that a text gives, each as its first and last."""
    return frozenset(
        (int(match[1]), int(match[1][: 4 - len(match[2])] + match[2]) if match[2] else int(match[1]))
        for match in _YEARS.finditer(text)
    )


def _latest(names: Sequence[str], columns: Sequence[int]) -> int | None:
    """Of the columns of a table that a question may mean, the one of the latest year where each is of its own."""
    years = [(max(_years_of(names[column]), default=(0, 0)), column) for column in columns]
    latest, column = max(years, default=((0, 0), 0))
    told = [year for year, _ in years if year[0]]
    return column if len(told) == len(columns) > 1 and told.count(latest) == 1 else None
