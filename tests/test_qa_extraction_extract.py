"""Quotes: what is quoted stands in a sentence, with the value asked after and both of its quotation marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from corpus.document import Part, Passage
from corpus.language.kinds import AnswerType
from index.seams import RerankOutput
from index.snapshot import Snapshot
from qa.extraction.answer_extractor import AnswerExtractor
from qa.extraction.extract import (
    HEADED_CHARS,
    candidate_spans,
    extract,
    select_span,
    summary_pairs,
    with_heading,
)
from qa.features.spans import SPAN_FEATURES
from qa.passages.asked import Asked
from qa.passages.candidates import Candidate
from qa.passages.quoted import AnswerSpan
from qa.passages.sentences import weigh_sentences
from qa.passages.window import Window
from qa.query import understand

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]

EXTRACTOR = AnswerExtractor(dict.fromkeys(SPAN_FEATURES.names, 0.0) | {"liked": 1.0}, 0.0, {})
TITLE = "Report"
TODAY = date(2026, 11, 24)


def asked_of(snapshot_of: Made, text: str, kind: AnswerType, question: str, terms: str = "") -> tuple[Asked, Candidate]:
    """A question of a kind with these terms, and the one passage there is to ask, which nobody has read."""
    snapshot = snapshot_of([{"title": TITLE, "text": text}])
    query = understand(question, snapshot, today=TODAY)
    interpretation = replace(query.interpretation, answer_type=kind)
    asked = Asked(snapshot, replace(query, interpretation=interpretation, terms=tuple(terms.split())))
    [passage] = snapshot.passages([0])
    assert passage.text == text
    return asked, Candidate(0, passage, 0, snapshot.document_meta(0), {}, 1, 0.0, 0.0, 0.5)


def read(text: str, words: str, start: int = 0, end: int | None = None) -> tuple[Window, RerankOutput]:
    """A window of a text, and what a reranker makes of it when answers begin and end with these words."""
    window = Window(TITLE, start, len(text) if end is None else end)
    given = window.text(text)
    tokens = [match.span() for match in re.finditer(r"\w+|[^\w\s]", given)]
    first = given.index(words)
    scores = [[9.0 * (begin == first), 9.0 * (last == first + len(words))] for begin, last in tokens]
    return window, RerankOutput(1.0, np.array(tokens, dtype=np.int64), np.array(scores, dtype=np.float32))


def quoted_of(snapshot_of: Made, text: str, words: str, kind: AnswerType, question: str, terms: str = "") -> AnswerSpan:
    """What is quoted of a text when an extractor likes these words of it."""
    asked, candidate = asked_of(snapshot_of, text, kind, question, terms)
    window, output = read(text, words)
    return select_span(asked, replace(candidate, window=window, rerank=output), EXTRACTOR)


def test_the_words_are_quoted_in_their_sentence_without_the_title_that_was_read_with_them(snapshot_of: Made) -> None:
    text = "The board met twice. It is chaired by Ada Moor."
    found = quoted_of(snapshot_of, text, "Ada Moor", "other", "Who chairs the board?")
    assert text[slice(*found.quote)] == "Ada Moor" and text[slice(*found.sentence)] == "It is chaired by Ada Moor."


def test_where_a_value_is_asked_after_that_only_the_sentence_has_the_sentence_is_quoted(snapshot_of: Made) -> None:
    text = "In July 2022 the service was judged inadequate. It has moved since."
    found = quoted_of(snapshot_of, text, "inadequate", "date", "When was the service judged inadequate?")
    assert (
        text[slice(*found.quote)] == text[slice(*found.sentence)] == "In July 2022 the service was judged inadequate."
    )
    assert found.value and found.value[2].normalized == "2022-07" and text[slice(*found.value[:2])] == "July 2022"


def test_of_a_summary_the_value_beside_the_label_asked_after_is_quoted_not_a_like_one(snapshot_of: Made) -> None:
    text = "The experiences of care leavers\nGood\n\nOverall effectiveness\nInadequate\n\nLeadership\nGood"
    found = quoted_of(snapshot_of, text, "Good", "rating", "What was the overall effectiveness?", "overal effect")
    assert (
        text[slice(*found.quote)] == "Inadequate"
        and text[slice(*found.sentence)] == "Overall effectiveness\nInadequate"
    )
    assert found.value and text[slice(*found.value[:2])] == "Inadequate"


@pytest.mark.parametrize(
    ("asked_for", "price"),
    [("2 hours", "£1.50"), ("more than 2 hours", "£4"), ("3 hours", "£4"), ("over 6 hours", "£9"), ("7 hours", "£9")],
)
def test_of_labels_for_amounts_the_one_of_the_amount_asked_about_is_quoted(
    snapshot_of: Made, asked_for: str, price: str
) -> None:
    text = "Parking at the quay:\n\n- Up to 2 hours: £1.50\n- Over 2 hours: £4\n- Over 6 hours: £9"
    found = quoted_of(snapshot_of, text, "£1.50", "number", f"What is parking for {asked_for}?", "park hour")
    assert text[slice(*found.quote)] == price


@pytest.mark.parametrize(
    ("text", "words", "quoted"),
    [
        ("They listen in “a small minority” of cases.", "in “a small minority", "in “a small minority”"),
        ("They listen in “a small minority” of cases.", "“a small", "a small"),
        ('It was called "outstanding" by all.', 'outstanding"', '"outstanding"'),
        ("The old hall (built in 1911) burnt down.", "hall (built in 1911", "hall (built in 1911)"),
    ],
)
def test_a_quotation_mark_is_quoted_with_its_other_or_not_at_all(
    snapshot_of: Made, text: str, words: str, quoted: str
) -> None:
    assert text[slice(*quoted_of(snapshot_of, text, words, "other", "What is it?").quote)] == quoted


def test_what_was_not_read_is_quoted_by_the_sentence(snapshot_of: Made) -> None:
    text = "The board met twice. It is chaired by Ada Moor."
    asked, candidate = asked_of(snapshot_of, text, "other", "Who chairs it?", "chair")
    window, output = read(text, "Ada Moor")
    unread = select_span(asked, candidate, EXTRACTOR)
    assert unread.quote == unread.sentence and text[slice(*unread.quote)] == "It is chaired by Ada Moor."
    assert select_span(asked, replace(candidate, window=window), EXTRACTOR) == unread
    was_read = replace(candidate, window=window, rerank=output)
    assert select_span(asked, was_read, None) == unread
    untold = replace(output, tokens=output.tokens[:2], scores=output.scores[:2])
    assert select_span(asked, replace(was_read, rerank=untold), EXTRACTOR) == unread, "no token is of the passage"
    assert text[slice(*select_span(asked, was_read, EXTRACTOR).quote)] == "Ada Moor"
    assert extract(asked, [candidate, was_read], EXTRACTOR) == [unread, select_span(asked, was_read, EXTRACTOR)]


def test_a_person_who_is_called_by_no_name_is_not_exchanged_for_one_who_is(snapshot_of: Made) -> None:
    text = "The library was opened by the Duchess of Teck. Mrs Moor was its first librarian."
    found = quoted_of(snapshot_of, text, "the Duchess of Teck", "person", "Who opened the library?", "open librari")
    assert text[slice(*found.quote)] == "the Duchess of Teck"


def test_what_a_short_form_stands_for_is_quoted_of_a_heading_and_within_a_sentence(snapshot_of: Made) -> None:
    question = "What does CF mean?"
    for text, sentence in (
        ("Community fund (CF)\n\nIt helps clubs.", "Community fund (CF)"),
        ("It helps clubs. Ask the community fund (CF) for more.", "Ask the community fund (CF) for more."),
    ):
        found = quoted_of(snapshot_of, text, "It helps clubs", "other", question)
        assert text[slice(*found.quote)].casefold() == "community fund (cf)" and found.value is None
        assert text[slice(*found.sentence)] == sentence
    text = "Community fund (CF)\n\nIt helps clubs."
    found = quoted_of(snapshot_of, text, "It helps clubs", "other", "What does CF do?")
    assert text[slice(*found.quote)] == "It helps clubs"


def test_where_only_another_sentence_has_the_date_asked_after_that_one_is_quoted(snapshot_of: Made) -> None:
    text = "The library was opened by the Duchess of Teck. The opening of the library was in May 1901."
    found = quoted_of(snapshot_of, text, "the Duchess of Teck", "date", "When was the library opened?", "open librari")
    assert (
        text[slice(*found.quote)] == "The opening of the library was in May 1901."
        and found.value
        and found.value[2].normalized == "1901-05"
    )


def test_words_are_found_where_the_window_stands_in_its_passage(snapshot_of: Made) -> None:
    text = "Ada Moor came. It rained all day. Ada Moor chairs the board. Then she went."
    asked, candidate = asked_of(snapshot_of, text, "other", "Who chairs the board?", "chair board")
    start, end = text.index("It rained"), text.index(" Then")
    window, output = read(text, "Ada Moor", start, end)
    found = select_span(asked, replace(candidate, window=window, rerank=output), EXTRACTOR)
    assert found.quote == (text.index("Ada Moor chairs"), text.index("Ada Moor chairs") + len("Ada Moor"))
    assert text[slice(*found.sentence)] == "Ada Moor chairs the board." and found.value is None


@pytest.mark.parametrize(
    ("liked", "quote", "sentence"),
    [
        ("so old. The roof fell in", "so old.", "It was so old."),
        ("so old. The roof fell in.", "The roof fell in.", "The roof fell in."),
        ("It was so old. The roof", "It was so old.", "It was so old."),
        ("It was so old. The roof fell in.", "It was so old. The roof fell in.", "It was so old. The roof fell in."),
    ],
)
def test_a_quote_over_two_sentences_is_whole_ones_or_ends_with_its_first(
    snapshot_of: Made, liked: str, quote: str, sentence: str
) -> None:
    text = "It was so old. The roof fell in. Nobody came."
    found = quoted_of(snapshot_of, text, liked, "reason", "Why was it closed?")
    assert (text[slice(*found.quote)], text[slice(*found.sentence)]) == (quote, sentence)


@pytest.mark.parametrize("words", ["屋顶旧了。它塌了。", "它塌了。没人来。"])
def test_a_sentence_that_only_adjoins_the_quote_is_not_cited(snapshot_of: Made, words: str) -> None:
    text = "屋顶旧了。它塌了。没人来。"
    found = quoted_of(snapshot_of, text, words, "other", "Why was it closed?")
    assert text[slice(*found.quote)] == text[slice(*found.sentence)] == words


def test_the_value_within_the_quote_is_preferred_to_the_one_beside_it(snapshot_of: Made) -> None:
    text = "The hall opened in May 1901 and closed in June 1950."
    found = quoted_of(snapshot_of, text, "June 1950", "date", "When did the hall close?", "hall close")
    assert text[slice(*found.quote)] == "June 1950" and found.value and found.value[2].normalized == "1950-06"
    assert text[slice(*found.value[:2])] == "June 1950"


def test_a_number_or_a_rating_asked_for_is_fetched_from_a_sentence_that_has_one(snapshot_of: Made) -> None:
    number = "The pool has a new roof of slate. The pool roof costs 40 pounds. It is dry."
    found = quoted_of(snapshot_of, number, "It is dry", "number", "How much does the pool roof cost?", "pool roof cost")
    assert text_of(number, found) == "The pool roof costs 40 pounds." and found.value
    assert found.quote == found.sentence
    rating = "The service was rated good. It moved to a new hall."
    other = quoted_of(snapshot_of, rating, "a new hall", "rating", "How was the service rated?", "servic rate")
    assert text_of(rating, other) == "The service was rated good." and other.value


def test_of_a_window_without_a_word_of_the_passage_the_best_sentence_is_quoted_with_its_value(
    snapshot_of: Made,
) -> None:
    text = "It is of slate. The pool opened in May 1901."
    asked, candidate = asked_of(snapshot_of, text, "date", "When did the pool open?", "pool open")
    window, output = read(text, "slate")
    untold = replace(output, tokens=output.tokens[:2], scores=output.scores[:2])
    found = select_span(asked, replace(candidate, window=window, rerank=untold), EXTRACTOR)
    assert text_of(text, found) == text[slice(*found.sentence)] == "The pool opened in May 1901."
    assert found.value and found.value[2].normalized == "1901-05"


def test_a_date_of_which_a_part_is_liked_is_quoted_whole_where_dates_are_wanted(snapshot_of: Made) -> None:
    text = "The pool opened in May 1901 with joy."
    found = quoted_of(snapshot_of, text, "in May", "date", "When did the pool open?", "pool open")
    assert text_of(text, found) == "in May 1901"


def test_a_day_without_its_year_is_of_the_year_the_document_was_published(snapshot_of: Made) -> None:
    asked, candidate = asked_of(snapshot_of, "It opened on 4 May.", "date", "When did it open?", "open")
    published = replace(candidate, document=replace(candidate.document, published=date(2020, 6, 2)))
    found = select_span(asked, published, None).value
    assert found and found[2].normalized == "2020-05-04"
    assert select_span(asked, candidate, None).value is None


@pytest.mark.parametrize(
    ("time", "value"), [("last year", "1587"), ("two years ago", "1204"), ("in 2024", "1204"), ("in 2025", "1587")]
)
def test_words_that_mean_a_year_tell_which_figure_is_meant(snapshot_of: Made, time: str, value: str) -> None:
    text, question = "There were 1,204 fines in 2024 and 1,587 in 2025.", f"How many fines were there {time}?"
    found = select_span(*asked_of(snapshot_of, text, "number", question, "fines"), None).value
    assert found and found[2].normalized == value


def test_a_label_with_the_date_asked_for_is_better_than_a_sentence_with_all_the_words(snapshot_of: Made) -> None:
    text = "The library was opened with joy.\n\nOpened: May 1901"
    asked, candidate = asked_of(snapshot_of, text, "date", "When was the library opened?", "open librari")
    assert text_of(text, select_span(asked, candidate, None)) == "Opened: May 1901"


def text_of(text: str, span: AnswerSpan) -> str:
    return text[slice(*span.quote)]


def test_a_label_with_its_value_is_cited_around_the_words_that_stand_in_it(snapshot_of: Made) -> None:
    text = "The hall is old and the roof leaks.\nLead inspector: Ada Moor\nRoof: slate"
    found = quoted_of(snapshot_of, text, "Ada Moor", "person", "Who led?", "hall roof")
    assert text_of(text, found) == "Ada Moor" and text[slice(*found.sentence)] == "Lead inspector: Ada Moor"


def test_a_label_is_cited_alone_where_the_quote_begins_with_it_in_a_longer_sentence(snapshot_of: Made) -> None:
    text = "The roof leaks.\nRoof: slate\nLead inspector: Ada Moor"
    label = "Lead inspector: Ada Moor"
    found = quoted_of(snapshot_of, text, label, "person", "Who led?", "roof leak")
    assert text_of(text, found) == text[slice(*found.sentence)] == label


def best_first(text: str, idf: Mapping[str, float], kind: AnswerType = "other", *parts: Part) -> list[str]:
    sentences = weigh_sentences(Passage("a", 0, len(text), text, "", None, None, parts=parts), idf, kind)
    return [text[slice(*span)] for span in candidate_spans(sentences, summary_pairs(text, kind), idf, kind)]


def test_what_holds_more_of_the_question_comes_first_and_equals_stand_as_in_the_text() -> None:
    text = "It rained. The roof leaks. The pool roof leaks. It snowed."
    assert best_first(text, {"pool": 2.0, "roof": 1.0}) == [
        "The pool roof leaks.",
        "The roof leaks.",
        "It rained.",
        "It snowed.",
    ]


def test_headings_come_last_however_much_of_the_question_they_hold() -> None:
    text = "Pool roof\n\nIt is dear. The roof leaks."
    idf = {"pool": 1.0, "roof": 1.0}
    assert best_first(text, idf)[0] == "Pool roof"
    parts = (Part(0, 9, "heading"), Part(11, len(text)))
    assert best_first(text, idf, "other", *parts) == ["The roof leaks.", "It is dear.", "Pool roof"]


def test_labels_stand_for_the_lines_of_a_summary_that_was_taken_for_one_sentence() -> None:
    summary = "Lead inspector: Ada Moor\nRoof: slate\nOpened: May 1901"
    assert best_first(summary, {"open": 1.0}, "date") == ["Opened: May 1901"]
    assert best_first(summary, {"lead": 1.0}, "person") == ["Lead inspector: Ada Moor"]
    two_lines = "Lead inspector: Ada Moor\nOpened: May 1901"
    assert set(best_first(two_lines, {"open": 1.0}, "date")) == {"Opened: May 1901", two_lines}
    assert best_first("It is.\nIt was.\nIt will be.", {"open": 1.0}, "date") != []
    label_first = "Opened: May 1901\nLead inspector\nRoof of slate"
    assert best_first(label_first, {"open": 1.0}, "date") == ["Opened: May 1901"]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("It rained.\n\nIt snowed.\n\nLead: Ada Moor\nOpened: May 1901", "Lead: Ada Moor\nOpened: May 1901"),
        ("It rained\nand snowed\nand blew.\n\nOpened: May 1901", "It rained\nand snowed\nand blew."),
        ("Opened: May 1901\n\nIt rained\nand snowed\nand blew.", "It rained\nand snowed\nand blew."),
    ],
)
def test_what_has_one_break_or_no_label_in_it_is_a_sentence_whatever_stands_around_it(text: str, kept: str) -> None:
    assert {kept, "Opened: May 1901"} <= set(best_first(text, {"open": 1.0}, "date"))


def test_only_labels_with_a_value_of_the_kind_count() -> None:
    text = "Opened: May 1901\nLead: Ada Moor\nOverall effectiveness\nGood"
    assert [pair.label for pair in summary_pairs(text, "date")] == ["Opened"]
    assert [pair.label for pair in summary_pairs(text, "rating")] == ["Overall effectiveness"]
    assert [pair.label for pair in summary_pairs(text, "person")] == ["Lead"]


def test_of_two_labels_around_the_words_the_shorter_is_cited(snapshot_of: Made) -> None:
    text = "The roof of the pool was rated poor.\n\nOverall effectiveness | Good | before that | Inadequate"
    assert len(summary_pairs(text, "rating")) == 2
    found = quoted_of(snapshot_of, text, "Good", "rating", "How was the roof of the pool rated?", "roof pool")
    assert text_of(text, found) == "Good" and text[slice(*found.sentence)] == "Overall effectiveness | Good"


def test_a_row_of_several_grades_is_no_label_with_the_first_of_them() -> None:
    assert [pair.value for pair in summary_pairs("May 2026 | Good | Poor", "rating")] == []
    assert [pair.value for pair in summary_pairs("Signage | Good\nStairs | Poor", "rating")] == ["Good", "Poor"]


def test_the_row_with_the_code_that_is_asked_for_is_quoted_not_its_neighbour(snapshot_of: Made) -> None:
    text = "K1 | pool | 4 hours\nK2 | hall | 9 hours\nK3 | roof | 2 days"
    found = quoted_of(snapshot_of, text, "4 hours", "other", "How long for K2?")
    assert text_of(text, found) == "K2 | hall | 9 hours"
    assert text_of(text, quoted_of(snapshot_of, text, "4 hours", "other", "How long for the pool?")) == "4 hours"


def test_the_day_of_publication_is_quoted_only_where_it_is_asked_for(snapshot_of: Made) -> None:
    text = "Published: 4 May 2019\n\nThe pool costs 40 pounds. It opened in May 1901."
    other = quoted_of(snapshot_of, text, "May 1901", "date", "When did the pool open?", "pool open")
    assert text_of(text, other) == "May 1901"
    own = quoted_of(snapshot_of, text, "May 1901", "date", "When was it published?", "publish")
    assert "4 May 2019" in text_of(text, own)


@pytest.mark.parametrize(
    ("own", "kind", "question", "terms"),
    [
        ("Published: 1 April 2019", "number", "What is the rate a mile?", "rate mile"),
        ("Date of issue: 1 April 2019", "number", "How much a mile?", "mile"),
        ("Page last updated 1 April 2019", "date", "When may staff claim?", "page"),
    ],
)
def test_a_line_with_the_own_day_of_a_document_is_passed_over(
    snapshot_of: Made, own: str, kind: AnswerType, question: str, terms: str
) -> None:
    text = f"{own}\n\nStaff may claim 45p of it in May 2021."
    asked, candidate = asked_of(snapshot_of, text, kind, question, terms)
    assert text_of(text, select_span(asked, candidate, None)) == "Staff may claim 45p of it in May 2021."
    alone = "Published: 1 April 2019"
    asked, candidate = asked_of(snapshot_of, alone, kind, question, terms)
    assert text_of(alone, select_span(asked, candidate, None)) == alone, "nothing else is there"


def test_lines_with_the_own_day_of_a_document_among_them_are_no_summary(snapshot_of: Made) -> None:
    text = "Published: 1 April 2019\nPools and halls\nStaff may claim 45p a mile"
    asked, candidate = asked_of(snapshot_of, text, "date", "When may staff claim?", "staff claim")
    assert text_of(text, select_span(asked, candidate, None)) == "Staff may claim 45p a mile"


@pytest.mark.parametrize(
    ("words", "question", "quote", "sentence"),
    [
        ("Marlow | £4", "What is the fee of Marlow for a week?", "£20", "Marlow | £4 | £20"),
        ("Fee for a week", "What is the fee of Stoke for a day?", "£5", "Stoke | £5 | £25"),
        ("Hall | Fee for a day", "What is the fee of Stoke?", "Stoke | £5 | £25", "Stoke | £5 | £25"),
        ("£4", "What is the fee of Marlow for a week?", "£20", "Marlow | £4 | £20"),
        ("Marlow", "Which hall has a fee of £20 for a week?", "Marlow", "Marlow | £4 | £20"),
        ("£4 | £20", "What is the fee of Marlow?", "Marlow | £4 | £20", "Marlow | £4 | £20"),
    ],
)
def test_of_a_table_the_cell_of_the_column_that_is_asked_for_is_quoted_and_no_header_row(
    snapshot_of: Made, words: str, question: str, quote: str, sentence: str
) -> None:
    text = "Hall | Fee for a day | Fee for a week\nMarlow | £4 | £20\nStoke | £5 | £25"
    kind: AnswerType = "other" if question.startswith("Which") else "number"
    found = quoted_of(snapshot_of, text, words, kind, question, terms="stoke" if "Stoke" in question else "marlow")
    assert (text[slice(*found.quote)], text[slice(*found.sentence)]) == (quote, sentence)


@pytest.mark.parametrize(
    ("cell", "words", "quote"),
    [
        ("27, or 31 after five years", "27", "27, or 31 after five years"),
        ("£40, or £20 for students", "£40", "£40, or £20 for students"),
        ("3 weeks, rising to 5 weeks in May", "3 weeks", "3 weeks, rising to 5 weeks in May"),
        ("12 (or 15 with a car)", "12", "12 (or 15 with a car)"),
        ("27", "27", "27"),
    ],
)
def test_a_cell_that_gives_another_value_in_other_cases_is_quoted_whole(
    snapshot_of: Made, cell: str, words: str, quote: str
) -> None:
    text = f"Rank | Leave | Notice\nKeeper | {cell} | none\nMate | 20 | none"
    found = quoted_of(snapshot_of, text, words, "number", "How much leave has a keeper?", terms="leave keeper")
    assert text[slice(*found.quote)] == quote


def test_a_bare_number_in_a_cell_is_a_number(snapshot_of: Made) -> None:
    text = "Ward | Electors | Seats\nMarlow | 4,118 | 3"
    found = quoted_of(snapshot_of, text, "3", "number", "How many seats has Marlow?", terms="seat marlow")
    assert text[slice(*found.quote)] == "3" and found.value
    assert found.value[:2] == found.quote and found.value[2].normalized == "3"


@pytest.mark.parametrize("words", ["Version 2.1 of the lock adds a timer; version 2.10 adds heat.", "heat", "a timer"])
def test_of_a_sentence_about_two_codes_what_it_says_of_the_one_asked_for_is_quoted(
    snapshot_of: Made, words: str
) -> None:
    text = "Version 2.1 of the lock adds a timer; version 2.10 adds heat."
    found = quoted_of(snapshot_of, text, words, "other", "What does version 2.1 add?", terms="version add")
    assert "timer" in text[slice(*found.quote)] and "heat" not in text[slice(*found.quote)]
    both = quoted_of(snapshot_of, text, text, "other", "What do versions 2.1 and 2.10 add?", terms="version add")
    assert both.quote == (0, len(text)), "two are asked for"


def test_a_sentence_is_dated_by_the_heading_above_it_in_its_passage(snapshot_of: Made) -> None:
    items = "- The Board met.\n- The Board rejected the slipway scheme."
    text = f"The Board sat in Vale.\n\n## 6 February 2023\n\n{items}\n\nIt left."
    found = quoted_of(snapshot_of, text, "rejected", "date", "When did the Board reject the slipway scheme?", "reject")
    assert text[slice(*found.quote)].startswith("6 February 2023") and text[slice(*found.quote)].endswith("scheme.")
    assert found.value is not None and found.value[2].normalized == "2023-02-06"
    chaired = text.replace("rejected", "is chaired by friends of")
    found = quoted_of(snapshot_of, chaired, "chaired", "date", "When was the Board founded?", "board")
    assert "2023" not in text[slice(*found.quote)], "what is so has not become so on that day"
    found = quoted_of(snapshot_of, text, "rejected", "other", "What did the Board reject?", "reject")
    assert "2023" not in text[slice(*found.quote)]


def test_a_line_of_publication_below_a_heading_dates_no_sentence(snapshot_of: Made) -> None:
    text = "The hall is open.\n\n## Badges\n\nPublished: 12 June 2023\n\nThe porter issues badges on Mondays."
    found = quoted_of(snapshot_of, text, "Mondays", "date", "On which day are badges issued?", "badges issues")
    assert "2023" not in text[slice(*found.quote)] and found.value is None


@pytest.mark.parametrize(("length", "is_near"), [(HEADED_CHARS, True), (HEADED_CHARS + 1, False)])
def test_a_heading_far_above_a_sentence_does_not_date_it(length: int, is_near: bool) -> None:
    text = "6 February 2023\n\n" + "It met. " * HEADED_CHARS
    passage = Passage("a", 0, len(text), text, "", None, None, parts=(Part(0, 15, "heading"), Part(17, len(text))))
    assert with_heading(passage, (17, length)) == (((0, 15), (0, length)) if is_near else None)
    assert with_heading(replace(passage, parts=()), (17, length)) is None


def test_an_item_is_quoted_with_the_lead_in_that_denies_it(snapshot_of: Made) -> None:
    text = "It rained. The grant cannot be used for:\n\n- sofas\n- kettles for 4 people\n\nIt pays for desks."
    found = quoted_of(snapshot_of, text, "kettles", "yes_no", "Can I buy a kettle with the grant?", "kettle grant")
    assert text[slice(*found.quote)].startswith("The grant cannot be used for:")
    assert text[slice(*found.quote)].endswith("people") and found.value is None
    found = quoted_of(snapshot_of, text.replace("cannot", "can"), "kettles", "yes_no", "Can I buy a kettle?", "kettle")
    assert "used for" not in text[slice(*found.quote)]


@pytest.mark.parametrize(
    ("text", "words", "question", "quote"),
    [
        (
            "It rained. If the bid succeeds, it opens in 2026.",
            "2026",
            "When does it open?",
            "If the bid succeeds, it opens in 2026.",
        ),
        ("It rained. It opens in 2026.", "2026", "When does it open?", "2026"),
    ],
)
def test_a_condition_is_quoted_with_what_hangs_on_it(
    snapshot_of: Made, text: str, words: str, question: str, quote: str
) -> None:
    found = quoted_of(snapshot_of, text, words, "date", question, "open")
    assert text[slice(*found.quote)] == quote and found.value and found.value[2].normalized == "2026"


@pytest.mark.parametrize(("hours", "quote"), [("five", None), ("two", "£8")])
def test_a_sum_that_is_only_told_by_a_rate_is_no_value(snapshot_of: Made, hours: str, quote: str | None) -> None:
    text = "Wetsuits cost £8 for the first two hours and £3 for each hour after that."
    found = quoted_of(snapshot_of, text, "£8", "number", f"What is a wetsuit for {hours} hours?", "wetsuit hour")
    assert text[slice(*found.quote)] == (quote or text) and (found.value is None) is (quote is None)


def test_a_rate_in_a_cell_is_no_value_of_several(snapshot_of: Made) -> None:
    text = "Room | Price\nHall | £12 an hour\nAnnexe | £9"
    found = quoted_of(snapshot_of, text, "£12", "number", "What does the hall cost for three hours?", "hall hour")
    assert text[slice(*found.quote)].startswith("£12") and found.value is None
    found = quoted_of(snapshot_of, text, "£12", "number", "What does the hall cost for an hour?", "hall hour")
    assert text[slice(*found.quote)].startswith("£12") and found.value


def test_where_a_code_is_asked_for_no_sentence_of_another_is_quoted_beside_its_own(snapshot_of: Made) -> None:
    extractor = replace(EXTRACTOR, torn=1.1)
    text = "Order C.12 shut the pool. Order C.21 kept the hall."
    asked, candidate = asked_of(snapshot_of, text, "other", "What did C.12 do?", "order")
    window, _ = read(text, "Order C.12")
    tokens = [match.span() for match in re.finditer(r"\w+|[^\w\s]", window.text(text))]
    output = RerankOutput(1.0, np.array(tokens, dtype=np.int64), np.zeros((len(tokens), 2), dtype=np.float32))
    found = select_span(asked, replace(candidate, window=window, rerank=output), extractor)
    assert "C.21" not in text[slice(*found.quote)]


def test_of_a_list_by_amounts_the_item_for_the_amount_asked_about_is_quoted(snapshot_of: Made) -> None:
    text = "Tell us:\n\n- For 2 to 4 days, at least 10 days before\n- For 1 to 2 weeks, at least 5 weeks before"
    question = "How long before must I book ten days of holiday?"
    found = quoted_of(snapshot_of, text, "10 days before", "number", question, "book holiday")
    assert text[slice(*found.sentence)].endswith("5 weeks before") and found.value and "5 weeks" in found.value[2].text


def test_words_that_cannot_be_the_answer_give_way_to_the_next_best(snapshot_of: Made) -> None:
    text = "The grant cannot be used for:\n\n- sofas\n- kettles\n\nThe grant can be used for desks and chairs."
    found = quoted_of(snapshot_of, text, "sofas", "other", "What may I buy with the grant?", "buy grant")
    assert text[slice(*found.quote)] == "The grant can be used for desks and chairs."
    text = "The grant cannot be used for:\n\n- sofas\n- kettles\n\nDesks and chairs are made of oak."
    found = quoted_of(snapshot_of, text, "sofas", "other", "What may I buy with the grant?", "buy grant")
    assert text[slice(*found.quote)].endswith("kettles"), "what the reader does not like stands in for nothing"
    text = "The grant cannot be used for:\n\n- sofas\n- kettles\n\nIt rained."
    found = quoted_of(snapshot_of, text, "sofas", "number", "How many people share the grant?", "people grant")
    assert text[slice(*found.quote)].endswith("kettles"), "the first words are taken where none can be"


def test_of_labels_with_values_the_one_with_the_code_that_is_asked_for_is_quoted(snapshot_of: Made) -> None:
    text = "The Trust pays in:\n\n- Grade 3 to 5: 6% of salary\n- Grade 9 to 11: 11% of salary"
    question = "How much does the Trust pay in at grade 10?"
    found = quoted_of(snapshot_of, text, "6% of salary", "number", question, "trust pay salary")
    assert "11% of salary" in text[slice(*found.quote)]


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("When did the bridge close?", "The bridge opened in May 2021 and closed in 2022."),
        ("When did the bridge open?", "May 2021"),
    ],
)
def test_what_a_clause_says_of_the_opposite_is_not_quoted_alone(snapshot_of: Made, question: str, quote: str) -> None:
    text = "It rained. The bridge opened in May 2021 and closed in 2022."
    found = quoted_of(snapshot_of, text, "May 2021", "date", question, "bridge")
    assert text[slice(*found.quote)] == quote
    assert found.value and found.value[2].normalized == ("2022" if "close" in question else "2021-05")


@pytest.mark.parametrize(
    ("text", "words", "kind", "question"),
    [
        ("It burst on 11 January, the first time since 1987.", "11 January", "date", "When did the river burst?"),
        (
            "The course is held every 3 years. Managers take a two-day course.",
            "two-day",
            "number",
            "How long is the course?",
        ),
    ],
)
def test_what_says_when_or_how_long_stands_for_itself(
    snapshot_of: Made, text: str, words: str, kind: AnswerType, question: str
) -> None:
    found = quoted_of(snapshot_of, text, words, kind, question, "course river")
    assert words in text[slice(*found.quote)] and "3 years" not in text[slice(*found.quote)]
    assert found.value is None, "the year of something else is not marked"


def test_a_name_is_quoted_whole(snapshot_of: Made) -> None:
    text = "Councillor Ada Moor declared an interest and left. Bo Hale took the chair."
    found = quoted_of(snapshot_of, text, "Councillor Ada", "other", "Which Moor left?")
    assert text[slice(*found.quote)] == "Councillor Ada Moor"


def test_of_a_row_the_contact_that_is_asked_for_is_quoted(snapshot_of: Made) -> None:
    text = (
        "Team | Telephone | Email\nTax | 01632 960 110 | tax@moor.example\nNoise | 01632 960 120 | noise@moor.example"
    )
    for question, quote in (
        ("What number do I ring about tax?", "01632 960 110"),
        ("Who do I email about tax?", "tax@moor.example"),
    ):
        found = quoted_of(snapshot_of, text, "Tax", "contact", question, terms="tax")
        assert text[slice(*found.quote)] == quote


def test_a_sum_of_money_is_fetched_where_another_number_was_liked(snapshot_of: Made) -> None:
    text = "The hall holds 150 people and costs £95 an hour."
    found = quoted_of(snapshot_of, text, "150 people", "number", "What does the hall cost?", terms="hall cost")
    assert found.value and found.value[2].text == "£95" and text[slice(*found.quote)] == text
    found = quoted_of(snapshot_of, text, "150 people", "number", "How many people does it hold?", terms="hold")
    assert text[slice(*found.quote)] == "150 people"


@pytest.mark.parametrize(
    ("question", "terms", "is_list"),
    [
        ("What decisions can the sub-committee make?", "decis sub committe", True),
        ("What decision is sent?", "decis sent", False),
        ("Which decisions of the board are sent within five days?", "decis board sent five day", False),
        ("What powers of the mayor are there?", "power mayor", False),
    ],
)
def test_a_list_answers_a_question_for_several_things_where_its_lead_says_more(
    snapshot_of: Made, question: str, terms: str, is_list: bool
) -> None:
    text = "The sub-committee may:\n\n(a) grant the licence;\n(b) refuse it.\n\nThe decision is sent within five days."
    found = quoted_of(snapshot_of, text, "The decision is sent within five days.", "other", question, terms)
    assert text[slice(*found.quote)].startswith("The sub-committee may:") is is_list
    assert text[slice(*found.quote)].endswith("refuse it.") is is_list


@pytest.mark.parametrize(
    ("question", "is_list"), [("What can't I get cheaper?", True), ("What can I get cheaper?", False)]
)
def test_of_a_list_and_a_sentence_the_one_that_denies_answers_what_may_not_be(
    snapshot_of: Made, question: str, is_list: bool
) -> None:
    text = "The card makes most cheaper.\n\nThe card does not make cheaper:\n\n- parties\n- drinks"
    found = quoted_of(snapshot_of, text, "The card makes most cheaper.", "other", question, "cheaper")
    assert text[slice(*found.quote)].endswith("- drinks") is is_list


def test_a_label_that_cannot_be_the_answer_gives_way_to_the_next(snapshot_of: Made) -> None:
    text = "In attendance: Ada Planning, Ben Rowe\n\nApologies: Cy Dunn and Di Ford"
    found = quoted_of(snapshot_of, text, "Ada Planning", "person", "Who gave apologies to planning?", "apologi plan")
    assert text_of(text, found) == "Cy Dunn and Di Ford"


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How much is the parking charge?", "£1.50"),
        ("How much will parking cost?", "£1.50"),
        ("How much was the parking charge before?", "£1.20"),
    ],
)
@pytest.mark.parametrize("liked", ["£1.20", "£1.50"])
def test_of_a_change_the_number_that_is_asked_for_is_quoted_whichever_is_liked(
    snapshot_of: Made, question: str, value: str, liked: str
) -> None:
    text = "The parking charge will rise from £1.20 to £1.50 an hour from 6 April 2026."
    found = quoted_of(snapshot_of, text, liked, "number", question, "parking charge")
    assert found.value is not None and found.value[2].text == value
    assert (value in text_of(text, found) and text_of(text, found) != liked) or liked == value


def test_of_two_numbers_that_are_no_change_the_one_that_is_liked_is_quoted(snapshot_of: Made) -> None:
    text = "Parking costs £1.20 from Monday to Friday and £1.50 on Sunday."
    found = quoted_of(snapshot_of, text, "£1.20", "number", "How much is parking?", "parking")
    assert text_of(text, found) == "£1.20"
