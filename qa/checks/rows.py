"""Row checks: what of a table's row, or beside a table, cannot be the answer; see `qa.checks.words`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from corpus.language.distinctions.ages import named_amounts, named_band
from corpus.language.rows import cells, is_row, row_name
from corpus.language.times.parts import says_when, weekdays_in
from corpus.language.words import stems
from qa.passages.called import says_name
from qa.passages.quoted import QuotedWords
from qa.passages.window import opens_entry
from qa.query.asking import asking_sentences
from qa.rows.coded import is_holder_alone
from qa.rows.matching import matching_in_passage
from qa.rows.most import most_rows
from qa.rows.quotes import timed_elsewhere, timed_row, without_bound
from qa.rows.whole_table import whole_table
from qa.tables.cells import (
    asks_label,
    asks_other_column,
    is_another_row,
    is_of_other_weekdays,
    is_of_other_years,
    is_of_other_years_than,
    lacks_asked_column,
    lacks_weekday,
    names_of,
)
from qa.tables.days import rows_of_day
from qa.tables.labels import labels_another_row
from qa.tables.meant import is_in_time
from qa.tables.named_rows import column_names, header_of, label_place, rows

_PAIR: Final = 2
"""So many cells say one thing: a label and its value."""
_NOTHING: Final = " -–—.…"
"""What an empty cell holds, if anything."""


def _other_years(words: QuotedWords) -> bool:
    """The question names a year that none of a table's columns is of, or not its row, where they are of years.

    A row stands for that of the year in another passage, which takes its place.
    """
    row, name = is_row(words.sentence_text), row_name(words.sentence_text)
    asked, passage, sentence = words.asked, words.passage, words.span.sentence
    if row and (timed_row(asked, passage, sentence) == sentence or timed_elsewhere(asked, passage, sentence)):
        return False
    if words.asked.is_counted_from_today and row and is_of_other_years_than(words.asked.years, name):
        return True
    return row and (is_of_other_years(words.question, words.lead) or is_of_other_years(words.question, name))


def _other_day(words: QuotedWords) -> bool:
    """The question names a day, all rows of the table are called by days, and this one is not of that one.

    A row stands for that of the day in another passage, which takes its place.
    """
    asked, passage, row = words.asked, words.passage, words.span.sentence
    if words.kind in ("date", "list") or words.is_closed or not is_row(words.sentence_text):
        return False
    if timed_elsewhere(asked, passage, row):
        return False
    table = whole_table(asked, passage, row)
    off = passage.start - table.start
    found = rows_of_day(table, (row[0] + off, row[1] + off), words.question, asked.query.today)
    return found is not None and (row[0] + off, row[1] + off) not in found


def _other_weekdays(words: QuotedWords) -> bool:
    """The question names a day of the week that a row, or all of a table's columns, or nothing around it is of.

    Of a day that is only told beside what is asked ("… I need to know by Friday.") a table need say nothing.
    """
    if words.kind == "yes_no" or not is_row(words.sentence_text):
        return False
    question, name = words.question, row_name(words.sentence_text)
    is_others = any(is_of_other_weekdays(question, said) for said in (words.lead, name))
    return is_others or lacks_weekday(asking_sentences(question), words.surroundings)


def _other_column(words: QuotedWords) -> bool:
    """A whole row is quoted for a value that is asked for of a kind that none of its columns is of."""
    is_whole = words.kind == "number" and words.span.quote == words.span.sentence and is_row(words.quote)
    return is_whole and asks_other_column(words.passage, words.span.sentence, words.question, words.surroundings)


def _another_row(words: QuotedWords) -> bool:
    """The question names another row of the table, and neither asks for yes or no nor for one of several."""
    if words.is_closed or not is_row(words.sentence_text):
        return False
    passage, row = words.passage, words.span.sentence
    return is_another_row(passage, row, words.span.quote, words.question) or labels_another_row(
        passage, row, words.question
    )


def _note_on_another_row(words: QuotedWords) -> bool:
    """The question names a row of a table in the passage, and the sentence beside the table is of another one alone."""
    question, passage = words.question, words.passage
    if words.kind == "list" or words.is_closed or is_row(words.sentence_text):
        return False
    asked, said = frozenset(stems(question)), frozenset(stems(words.sentence_text))
    named = [part for part, _ in rows(passage) if not part.names_columns]
    labels = [frozenset(stems(row_name(passage.text[part.start : part.end]))) for part in named]
    own = [label for label in labels if label and label <= asked]
    is_of_others = any(label and label <= said and not label <= asked for label in labels)
    return bool(own) and is_of_others and all(label.isdisjoint(said) for label in own)


def _asks_label(words: QuotedWords) -> bool:
    """The question asks which row it is that something holds for, and another cell of one is quoted."""
    is_asked = words.kind != "yes_no" and is_row(words.sentence_text)
    return is_asked and asks_label(words.passage, words.span.sentence, words.span.quote, words.question)


def _lacks_asked_column(words: QuotedWords) -> bool:
    """The question has a word of another column's name that the column of the cell has not."""
    if words.is_closed or not is_row(words.sentence_text):
        return False
    return lacks_asked_column(words.passage, words.span.sentence, words.span.quote, without_bound(words.question))


def _empty_cell(words: QuotedWords) -> bool:
    """Of the columns the question names one by most words, and the row has nothing in it, or a dash.

    One is named by most that has the words of all others and more: of "Average wait" and "Longest wait" the first.
    """
    passage, row, asked = words.passage, words.span.sentence, frozenset(stems(words.question))
    if words.is_closed or not is_row(words.sentence_text):
        return False
    names, own = column_names(header_of(passage, row)), cells(passage.text, row)
    if len(names) != len(own):
        return False
    label = label_place(passage.text, own)
    named = {place: asked & frozenset(stems(name)) for place, name in enumerate(names) if place != label}
    most = max(named, key=lambda place: len(named[place]))
    if not named[most] or any(place != most and not said < named[most] for place, said in named.items()):
        return False
    return not passage.text[slice(*own[most])].strip(_NOTHING)


def _in_time(words: QuotedWords) -> bool:
    """The question asks how many there are of something, and the cell stands in a column in weeks or the like."""
    if not is_row(words.sentence_text):
        return False
    named = names_of(words.passage, words.span.sentence, words.span.quote)
    return named is not None and is_in_time(words.question, named.column)


def _beside_the_day(words: QuotedWords) -> bool:
    """The question asks when, and the cell says no time, where another cell of its row does."""
    if words.kind != "date" or words.span.value or not is_row(words.sentence_text) or says_when(words.quote):
        return False
    row = words.span.sentence
    names, own = column_names(header_of(words.passage, row)), cells(words.passage.text, row)
    if len(names) != len(own):
        return False
    said = {name: words.passage.text[slice(*cell)] for name, cell in zip(names, own, strict=True)}
    named = names_of(words.passage, row, words.span.quote)
    is_timed = any(weekdays_in(cell) or (says_when(name) and says_when(cell)) for name, cell in said.items())
    return is_timed and not (named and says_when(named.column))


def _other_band(words: QuotedWords) -> bool:
    """The row is for other amounts than all those of the question: "one to three years" for somebody with four."""
    return words.kind != "yes_no" and is_row(words.sentence_text) and _is_for_amount(words) is False


def _is_for_amount(words: QuotedWords) -> bool | None:
    """Whether the row is for an amount of the question; None where it is for none, or the question has none."""
    question, band = words.question, named_band(words.question, words.sentence_text)
    asked = [amount for amount, unit in named_amounts(question) if band and unit == band.unit]
    return any(map(band.holds, asked)) if band and asked else None


def _whole_row(words: QuotedWords) -> bool:
    """A whole row of a table is quoted, where one thing is asked for that none of its cells is, and not such rows."""
    if words.kind in ("list", "other") or words.span.value or words.span.quote != words.span.sentence:
        return False
    is_whole = is_row(words.quote) and len(cells(words.quote, (0, len(words.quote)))) > _PAIR
    return is_whole and not matching_in_passage(words.asked, words.passage, words.span.sentence)


def _not_the_most(words: QuotedWords) -> bool:
    """The question asks which row of the table has the most of something, and this one has not, or none surely.

    Nor have several rows, of which others have less.
    """
    start, end = words.span.sentence
    most = most_rows(words.asked, words.passage, words.span.sentence)
    return most is not None and not any(first <= start and end <= last for first, last in most)


def _another_entry(words: QuotedWords) -> bool:
    """The question names what another entry of the document tells of: the garage at Orchard Close, 26/01437."""
    document = words.asked.document(words.passage.document_id) if opens_entry(words.line) else None
    if document is None:
        return False
    said = f"{words.above}\n{words.line}"
    unsaid = [name for name in words.asked.query.interpretation.names if not says_name(said, name)]
    entries = [line for line in document.text.split("\n") if unsaid and opens_entry(line)]
    return any(says_name(entry, name) for name in unsaid for entry in entries)


ROW_CHECKS: tuple[Callable[[QuotedWords], bool], ...] = (
    _another_entry,
    _other_years,
    _other_day,
    _other_weekdays,
    _other_column,
    _another_row,
    _note_on_another_row,
    _asks_label,
    _lacks_asked_column,
    _empty_cell,
    _in_time,
    _beside_the_day,
    _other_band,
    _whole_row,
    is_holder_alone,
    _not_the_most,
)
"""Each says of words whether they are no answer."""
