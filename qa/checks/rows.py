"""Row checks: what of a table's row, or beside a table, cannot be the answer; see `qa.checks.words`."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from corpus.judgements.report import tells_wishes
from corpus.language.distinctions.ages import named_amounts, named_band
from corpus.language.ratings import is_rating
from corpus.language.rows import CELL_END, cells, is_row, row_name
from corpus.language.times.periods import YEAR_STEPS
from corpus.language.vocabulary import alternatives
from corpus.language.words import stems
from qa.checks.rated_parts import rates_part, rates_whole
from qa.passages.quoted import QuotedWords
from qa.query.asking import asking_sentences
from qa.query.holding import asks_of_past
from qa.rows.coded import is_holder_alone
from qa.rows.matching import ALL_ASKED, matching_in_passage
from qa.rows.most import most_rows
from qa.rows.quotes import is_bound_itself, is_no_price, timed_elsewhere, timed_row, without_bound
from qa.tables.cells import (
    asks_label,
    asks_other_column,
    has_asked_column,
    is_another_row,
    is_empty_where_asked,
    is_of_other_weekdays,
    is_of_other_years,
    is_of_other_years_than,
    lacks_asked_column,
    lacks_weekday,
    names_of,
)
from qa.tables.named_rows import rows
from qa.tables.times import time_of

_STEP: Final = re.compile(rf"\b(?P<step>{alternatives(YEAR_STEPS)})\s+(?P<of>term|season|year)\b", re.I)
_LABEL_WORDS: Final = 4
"""A label of more words tells a story of its own."""
_PAIR: Final = 2
"""So many cells say one thing: a label and its value."""


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


def _other_weekdays(words: QuotedWords) -> bool:
    """The question names a day of the week that a row, or all of a table's columns, or nothing around it is of.

    Of a day that is only told beside what is asked ("… I need to know by Friday.") a table need say nothing.
    """
    if words.kind == "yes_no" or not is_row(words.sentence_text):
        return False
    question, name = words.question, row_name(words.sentence_text)
    is_others = any(is_of_other_weekdays(question, said) for said in (words.lead, name))
    return is_others or lacks_weekday(asking_sentences(question), words.surroundings)


def _beside_a_column(words: QuotedWords) -> bool:
    """All of a kind are asked for, which a column of a table in the passage gives, and the sentence stands beside."""
    is_beside = words.kind == "list" and not is_row(words.sentence_text)
    return is_beside and has_asked_column(words.passage, words.asked.question_idf, words.sentence_text)


def _other_column(words: QuotedWords) -> bool:
    """A whole row is quoted for a value that is asked for of a kind that none of its columns is of."""
    is_whole = words.kind == "number" and words.span.quote == words.span.sentence and is_row(words.quote)
    return is_whole and asks_other_column(words.passage, words.span.sentence, words.question, words.surroundings)


def _another_row(words: QuotedWords) -> bool:
    """The question names another row of the table, and neither asks for yes or no nor for one of several."""
    if words.is_closed or not is_row(words.sentence_text):
        return False
    return is_another_row(words.passage, words.span.sentence, words.span.quote, words.question)


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


def _half_named(words: QuotedWords) -> bool:
    """The question names another row of the table by one word and this one by another, and no row by both.

    "Plumbing level 3" is neither of the rows "Plumbing level 2" and "Floristry level 3"; "less than 4 hours" is the row
    "Under 4 hours".
    """
    if words.is_closed or not is_row(words.sentence_text) or _is_for_amount(words):
        return False
    asked, own = frozenset(stems(words.question)), frozenset(stems(row_name(words.sentence_text)))
    told, text = own & asked if len(own) <= _LABEL_WORDS else frozenset[str](), words.passage.text
    others = [frozenset(stems(row_name(text[part.start : part.end]))) for part, _ in rows(words.passage)]
    return bool(told and own - asked) and any(
        (other - own) & asked and told - other and other & own for other in others
    )


def _asks_label(words: QuotedWords) -> bool:
    """The question asks which row it is that something holds for, and another cell of one is quoted."""
    is_asked = words.kind != "yes_no" and is_row(words.sentence_text)
    return is_asked and asks_label(words.passage, words.span.sentence, words.span.quote, words.question)


def _lacks_asked_column(words: QuotedWords) -> bool:
    """The question has a word of another column's name that the column of the cell has not."""
    if words.is_closed or not is_row(words.sentence_text):
        return False
    return lacks_asked_column(words.passage, words.span.sentence, words.span.quote, without_bound(words.question))


def _other_band(words: QuotedWords) -> bool:
    """The row is for other amounts than all those of the question: "one to three years" for somebody with four."""
    return words.kind != "yes_no" and is_row(words.sentence_text) and _is_for_amount(words) is False


def _is_for_amount(words: QuotedWords) -> bool | None:
    """Whether the row is for an amount of the question; None where it is for none, or the question has none."""
    question, band = words.question, named_band(words.question, words.sentence_text)
    asked = [amount for amount, unit in named_amounts(question) if unit == band.unit] if band else []
    return any(map(band.holds, asked)) if band and asked else None


def _empty_cell(words: QuotedWords) -> bool:
    """The row has nothing in the column that the question names."""
    if words.kind == "yes_no" or not is_row(words.sentence_text):
        return False
    return is_empty_where_asked(words.passage, words.span.sentence, words.asked.question_idf, words.question)


def _no_price(words: QuotedWords) -> bool:
    """The question asks how much something is, and of a row with prices a number is quoted that is none."""
    row, quote, passage = words.span.sentence, words.span.quote, words.passage
    question, is_proper = words.question, words.asked.is_proper_noun
    return is_row(words.sentence_text) and is_no_price(question, passage, quote, row, is_proper)


def _bound_itself(words: QuotedWords) -> bool:
    """The question asks how far something is over its budget, and of a row the budget itself is quoted."""
    row, quote, passage = words.span.sentence, words.span.quote, words.passage
    is_asked = words.kind == "number" and is_row(words.sentence_text)
    return is_asked and is_bound_itself(words.question, passage, quote, row)


def _another_step(words: QuotedWords) -> bool:
    """The question asks of last term, and the columns are of this term and the next, or the cell of one to come."""
    if not is_row(words.sentence_text):
        return False
    question, read = words.question, words.asked.query.interpretation
    named = names_of(words.passage, words.span.sentence, words.span.quote)
    column = named.column if named else ""
    asked, told, all_told = _steps(question), _steps(column), _steps(words.lead)
    if asked and all_told and (not asked & all_told or (told and not asked & told)):
        return True
    time = time_of("", column) if column and not read.periods and asks_of_past(question) else None
    return time is not None and time[0] > words.asked.query.today.toordinal()


def _steps(text: str) -> frozenset[tuple[int, str]]:
    """The terms, seasons and years that a text counts from today: of "next term" (1, "term")."""
    return frozenset((YEAR_STEPS[match["step"].casefold()], match["of"].casefold()) for match in _STEP.finditer(text))


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


def _unmatched_row(words: QuotedWords) -> bool:
    """The question asks for just those rows of the table that have something in their cells, and this one has not."""
    rows = matching_in_passage(words.asked, words.passage, words.span.sentence, ALL_ASKED)
    return rows is not None and words.span.sentence not in rows


def _rates_part(words: QuotedWords) -> bool:
    """The question asks for the grade of a whole, and this is that of a part beside it, or the other way round."""
    shown = words.asked, words.passage, words.title, words.span.quote
    return words.kind == "rating" and (rates_part(*shown) or rates_whole(*shown))


def _wished_for(words: QuotedWords) -> bool:
    """The question asks how something is graded, and the row stands under goals or the like, which it asks not for."""
    graded = any(is_rating(cell.strip()) for cell in words.sentence_text.split(CELL_END)[1:])
    is_asked = graded and words.kind in ("rating", "yes_no")
    heading = words.passage.heading.rpartition(" > ")[2]
    return is_asked and heading != words.title and tells_wishes(heading) and not tells_wishes(words.question)


ROW_CHECKS: tuple[Callable[[QuotedWords], bool], ...] = (
    _other_years,
    _other_weekdays,
    _beside_a_column,
    _other_column,
    _another_row,
    _note_on_another_row,
    _half_named,
    _asks_label,
    _lacks_asked_column,
    _other_band,
    _empty_cell,
    _rates_part,
    _wished_for,
    _no_price,
    _bound_itself,
    _another_step,
    _whole_row,
    is_holder_alone,
    _not_the_most,
    _unmatched_row,
)
"""Each says of words whether they are no answer."""
