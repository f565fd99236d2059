"""Rows: what of a table's row is quoted: the cell that is asked for, in the row that is of the time asked about."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from datetime import date
from typing import Final

from corpus.document import Passage
from corpus.language.kinds import Span
from corpus.language.rows import cells, is_row
from corpus.language.sentences import trimmed
from corpus.language.values import answer_value
from corpus.language.vocabulary import CURRENCY_SIGNS, alternatives, load
from corpus.language.words import stems
from qa.passages.asked import Asked
from qa.query.ellipses import PREPOSITION
from qa.query.holding import asks_of_now
from qa.query.intent import asks_all, asks_several
from qa.rows.most import most_rows
from qa.rows.whole_table import whole_table
from qa.tables.cells import asked_cell, asked_column, is_one_of_alike, is_row_name, lists_asked
from qa.tables.days import rows_of_day
from qa.tables.named_rows import column_names, header_of, is_header_line
from qa.tables.times import cell_of_time, row_of_time, season_in

_OF_ALL_TIMES: Final = frozenset({"yes_no", "list"})
"""Kinds of answer for which no row stands out by its time; for dates only rows of seasons do, which may give hours."""

_ASKS_PRICE = re.compile(r"\bhow\s+much\s+(?:(?:is|are|was|were)\b|.*\b(?:costs?|charged?|pay)\b)", re.I)
_HOW_MUCH_IS = re.compile(
    rf"\bhow\s+much\s+(?:is|was)\s+(?P<subject>(?:(?!{PREPOSITION}\b)[\w’'-]+\s+){{1,4}}){PREPOSITION}\b", re.I
)
"""What of something is asked for: "the load of Van B"."""
_TABLE = load("tables")
_ASKS_PAY = re.compile(rf"\b{alternatives(_TABLE['paying'])}\b|\bhow\s+much\b", re.I)
_PRICED = re.compile(rf"[{CURRENCY_SIGNS}]\s?[0-9]|\b{alternatives(_TABLE['priced'])}\b", re.I)
_FIGURE = re.compile(rf"\d|^{alternatives(_TABLE['priced'])}$", re.I)
_YES_OR_NO = frozenset[str](_TABLE["having"][:1] + _TABLE["lacking"][:1])
_TICKS: Final = frozenset[str](_TABLE["having"])
_REACHED, _REACHING = frozenset[str](_TABLE["reached"]), re.compile(rf"\b{alternatives(_TABLE['reaching'])}\b", re.I)
_REASONS: Final = frozenset[str](_TABLE["reasons"])
_DOERS = frozenset[str](_TABLE["doers"])
_OWNING = re.compile(rf"\b{alternatives(_TABLE['owning'])}\b", re.I)
_DUTIES = re.compile(rf"\b{alternatives([*_TABLE['duties'], *_TABLE['owning']])}\b", re.I)
_REMEDIES = frozenset[str](_TABLE["remedies"])
_REMEDYING = re.compile(rf"\b{alternatives(_TABLE['remedying'])}\b", re.I)
_BEYOND = re.compile(
    rf"\b(?P<side>{alternatives(_TABLE['beyond'])})\s+(?:the\s+|its\s+|their\s+)?(?P<bound>{alternatives(_TABLE['bounds'])})\b",
    re.I,
)
_BOUND = re.compile(rf"\b{alternatives(_TABLE['most_or_least'])}\b", re.I)
_BARE_NUMBER = re.compile(r"\s*[0-9][0-9.,]*\s*")
_MONEY = re.compile(rf"[{CURRENCY_SIGNS}]\s?[0-9]")


def of_row(asked: Asked, passage: Passage, quote: Span, sentence: Span, spans: Sequence[Span]) -> tuple[Span, Span]:
    """The words and their sentence, or of a table's row the cell that is asked for; of column names the best row."""
    row = sentence
    if is_row(passage.text[slice(*quote)]):
        quote = row
    if is_row(passage.text[slice(*row)]) and is_header_line(passage, row):
        row = next((span for span in spans if span != row and is_row(passage.text[slice(*span)])), row)
    said = passage.text[slice(*row)]
    if not is_row(said):
        whole = _most(asked, passage, row)
        return (whole, whole) if whole else (quote, sentence)
    if of_time := timed_row(asked, passage, row):
        cell = _cell(asked, passage, of_time)
        return cell or of_time, of_time
    if whole := row if timed_elsewhere(asked, passage, row) else _most(asked, passage, row):
        return whole, whole
    if asked.answer_type == "contact" and (found := answer_value(said, "contact", asked.query.question, None)):
        return (row[0] + found[0], row[0] + found[1]), row
    saying = _saying_cell(asked, passage, row)
    is_told = saying is not None and _asks_of_named(asked)
    if row == sentence and not is_told and is_row_name(passage.text, row, quote):
        return quote, sentence
    column = asked_column(passage, row, asked.question_idf, of_all=asks_all(asked.query.question))
    if column and not saying and asked.answer_type != "yes_no" and not asked.is_counted_from_today:
        return column, column
    cell = saying or _cell(asked, passage, row)
    if not cell and row == sentence and (priced := _price(asked, passage, quote, row)):
        return priced, row
    is_whole = is_one_of_alike(passage, row, quote) or lists_asked(passage, row, quote, asked.query.question)
    shown = cell or (quote if row == sentence and not is_whole else row)
    return _plain(asked.query.question, passage, shown, row) or shown, row


def _asks_of_named(asked: Asked) -> bool:
    """Whether a question asks who is behind something that it names, or what is done about it, and never its name."""
    is_of_owner = asked.answer_type == "person" and _OWNING.search(asked.query.question) is not None
    return is_of_owner or _asks_of_remedy(asked)


def _asks_of_remedy(asked: Asked) -> bool:
    """Whether a question asks what is done about something, and not how many were dealt with, or when."""
    return asked.answer_type == "other" and _REMEDYING.search(asked.query.question) is not None


def _saying_cell(asked: Asked, passage: Passage, row: Span) -> Span | None:
    """The one cell behind a figure of a row that says in words what is asked; None where none does.

    It says who has to do something, what is done about it, or why, in a column that is called so, or who by a tick,
    whether something is so by "Yes" or "No", how far something is over budget by "490 over", or something of the
    question that nothing else in the row does, as "Free for tenants" does.
    """
    question, own = asked.query.question, [_trimmed(passage.text, cell) for cell in cells(passage.text, row)]
    said = [passage.text[slice(*span)] for span in own]
    if beyond := _BEYOND.search(question) if asked.answer_type == "number" else None:
        found = [place for place, words in enumerate(said) if re.search(rf"\b{beyond['side']}\b", words, re.I)]
    elif asked.answer_type == "person" and (ticked := _ticked(question, header_of(passage, row), said)):
        found = ticked
    elif asked.answer_type == "person" and _DUTIES.search(question):
        found = _in_column(_DOERS, header_of(passage, row), said)
    elif _asks_of_remedy(asked):
        found = _in_column(_REMEDIES, header_of(passage, row), said)
    elif asked.answer_type == "reason":
        found = _in_column(_REASONS, header_of(passage, row), said)
    elif asked.answer_type == "yes_no" and (told := _told_yes_or_no(question, header_of(passage, row), said)):
        found = told
    elif asked.answer_type == "yes_no" or _ASKS_PAY.search(question):
        first = next((place for place, words in enumerate(said) if place and _FIGURE.search(words)), len(own))
        above = "\n".join((passage.heading, passage.context, header_of(passage, row)))
        found = [
            place
            for place in range(first + 1, len(own))
            if _says_alone(asked, said[place], [above, *said[:place], *said[place + 1 :]])
        ]
    else:
        return None
    return own[found[0]] if len(found) == 1 else None


def _plain(question: str, passage: Passage, quote: Span, row: Span) -> Span | None:
    """The one sum of a row in place of that below "Most that is charged", where no most is asked for; else None."""
    text, names = passage.text, column_names(header_of(passage, row))
    own = [_trimmed(text, cell) for cell in cells(text, row)]
    place = own.index(quote) if quote in own and len(names) == len(own) else None
    if place is None or not _BOUND.search(names[place]) or _BOUND.search(question):
        return None
    sums = [
        cell for cell, name in zip(own, names, strict=True) if _MONEY.search(text, *cell) and not _BOUND.search(name)
    ]
    return sums[0] if len(sums) == 1 and _MONEY.search(text, *quote) else None


def _trimmed(text: str, cell: Span) -> Span:
    """A cell without the blanks around its words; nothing of it where it is empty."""
    return next(trimmed(text, *cell), (cell[0], cell[0]))


def _in_column(called: Collection[str], header: str, said: Sequence[str]) -> list[int]:
    """Which cells of a row stand in a column that is called so, and are not empty."""
    names = column_names(header)
    is_whole = len(names) == len(said)
    return [place for place, words in enumerate(said) if is_whole and words and names[place].casefold() in called]


def _ticked(question: str, header: str, said: Sequence[str]) -> list[int]:
    """Which cells of a row are ticked, below the names of those who do what its label says, which a question names."""
    names = column_names(header)
    if len(names) != len(said) or set(stems(question)).isdisjoint(stems(said[0])):
        return []
    return [place for place, words in enumerate(said) if place and names[place] and words.casefold() in _TICKS]


def _told_yes_or_no(question: str, header: str, said: Sequence[str]) -> list[int]:
    """Which cells of a row say "Yes" or "No" in a column that a question of yes or no names, or asks in other words."""
    names = column_names(header)
    asked, is_of_target = set(stems(question)), _REACHING.search(question) is not None
    return [
        place
        for place, words in enumerate(said)
        if words.casefold() in _YES_OR_NO
        and len(names) == len(said)
        and (not asked.isdisjoint(stems(names[place])) or (is_of_target and names[place].casefold() in _REACHED))
    ]


def _says_alone(asked: Asked, words: str, others: Sequence[str]) -> bool:
    """Whether some words of a row tell by themselves of something that is asked, and of what is paid where that is."""
    alone = set(stems(words)).difference(*map(stems, others))
    is_told = asked.answer_type == "yes_no" or _PRICED.search(words) is not None
    return is_told and not alone.isdisjoint(asked.query.terms)


def without_bound(question: str) -> str:
    """A question without what it asks how far something is over: "How far is housing?"."""
    return _BEYOND.sub(" ", question)


def _most(asked: Asked, passage: Passage, row: Span) -> Span | None:
    """The one row that has the most of what is asked, where it is in the passage; None for any other question."""
    most = most_rows(asked, passage, row) or ()
    within = [(start, end) for start, end in most if start >= 0 and end <= len(passage.text)]
    return within[0] if len(within) == len(most) == 1 else None


def is_no_price(question: str, passage: Passage, quote: Span, row: Span, is_proper: Callable[[str], bool]) -> bool:
    """Whether a question asks how much something is, and of a row with prices a number is quoted that is none.

    The cell of the column of which it asks how much that is, is what it asks for: the load of "the load of Van B"; so
    is that of a column with the name of a place that it asks about, in whatever form its sums are.

    Args:
        question: as it was asked.
        passage: with the row.
        quote: the words of the row, such as "12" of seats.
        row: such as "Back Room | 12 | £8".
        is_proper: whether a word is (nearly) always written with a capital.
    """
    text = passage.text
    if not (_ASKS_PRICE.search(question) and _BARE_NUMBER.fullmatch(text, *quote) and _MONEY.search(text, *row)):
        return False
    names, own, subject = column_names(header_of(passage, row)), cells(text, row), _HOW_MUCH_IS.search(question)
    place = next((place for place, (start, end) in enumerate(own) if start <= quote[0] < end), None)
    if place is None or len(names) != len(own):
        return True
    called = names[place].split()
    if called and set(stems(question)) >= set(stems(names[place])) and all(map(is_proper, called)):
        return False
    if subject is None:
        return True
    return set(stems(subject["subject"])).isdisjoint(stems(names[place]))


def _price(asked: Asked, passage: Passage, quote: Span, row: Span) -> Span | None:
    """The only price of a row, or all of it where it has several, in place of a number that is none; else None."""
    text = passage.text
    if not is_no_price(asked.query.question, passage, quote, row, asked.is_proper_noun):
        return None
    prices = [cell for cell in cells(text, row) if _MONEY.search(text, *cell)]
    return next(trimmed(text, *prices[0])) if len(prices) == 1 else row


def timed_row(asked: Asked, passage: Passage, row: Span) -> Span | None:
    """The row of a table that is of the time asked about, or of today where it is asked what is so now.

    Args:
        asked: the question.
        passage: with the table.
        row: one of its rows.

    Returns:
        Where it stands; None where the rows tell no time, all of a kind are asked for, it is asked when, or it stands
        in another passage.
    """
    found = _timed(asked, passage, row)
    return found if found and _is_within(found, passage) else None


def timed_elsewhere(asked: Asked, passage: Passage, row: Span) -> Span | None:
    """Where in the document the row of a table that is of the time asked about stands, if in another passage.

    None where it stands in this one, or there is none; see `timed_row`.
    """
    found = _timed(asked, passage, row)
    if found is None or _is_within(found, passage):
        return None
    return passage.start + found[0], passage.start + found[1]


def _is_within(place: Span, passage: Passage) -> bool:
    return place[0] >= 0 and place[1] <= len(passage.text)


def _timed(asked: Asked, passage: Passage, row: Span) -> Span | None:
    """Where the row that is of the time asked about stands, by the passage's text, though it may not reach so far."""
    key = passage.id, row
    if key not in asked.timed_rows:
        table = whole_table(asked, passage, row)
        off = passage.start - table.start
        found = _of_time(asked, table, (row[0] + off, row[1] + off))
        asked.timed_rows[key] = (found[0] - off, found[1] - off) if found else None
    return asked.timed_rows[key]


def _of_time(asked: Asked, passage: Passage, row: Span) -> Span | None:
    """The row of a whole table that is of the time asked about."""
    read, question = asked.query.interpretation, asked.query.question
    is_when = asked.answer_type == "date"
    if asked.answer_type in _OF_ALL_TIMES or asks_all(question) or asks_several(question):
        return None
    if not is_when and (of_day := rows_of_day(passage, row, question, asked.query.today)) is not None:
        return of_day[0] if len(of_day) == 1 else None
    if read.periods:
        days = asked.days or _before(asked)
        return row_of_time(passage, row, days, is_seasonal=is_when) if days else None
    if season := season_in(question, asked.query.today.toordinal()):
        return row_of_time(passage, row, season, is_seasonal=True)
    if not _asks_of_one_day(asked):
        return None
    day = asked.in_force_by.toordinal()
    is_latest = asked.answer_type == "number"
    return row_of_time(passage, row, (day, day), is_latest=is_latest, is_seasonal=is_when)


def _asks_of_one_day(asked: Asked) -> bool:
    """Whether a question is of what is so on one day, which is today where none is told."""
    return asks_of_now(asked.query) and asked.in_force_by != date.max


def _before(asked: Asked) -> Span | None:
    """The last day of the one time that a question names, where that has no first; else None."""
    periods = asked.query.interpretation.periods
    last = periods[0].last if len(periods) == 1 and periods[0].first is None else None
    return (last.toordinal(), last.toordinal()) if last else None


def _cell(asked: Asked, passage: Passage, row: Span) -> Span | None:
    """The cell of a row that is asked for, by the time or the name of its column; None where neither tells it."""
    is_number = asked.answer_type == "number"
    cell = asked_cell(passage, row, asked.question_idf, question=asked.query.question, is_number=is_number)
    season = season_in(asked.query.question, asked.query.today.toordinal())
    is_now = season is None and _asks_of_one_day(asked)
    days = (asked.in_force_by.toordinal(),) * 2 if is_now else asked.days or season
    return cell_of_time(passage, row, days, asked.question_idf, is_latest=is_now) or cell
