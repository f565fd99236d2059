"""Windows: a reranker reads the best sentence and what stands beside it, no longer than it may be."""

from __future__ import annotations

import re

import numpy as np
import pytest

from corpus.document import BlockKind, Part, Passage
from corpus.language.kinds import Span
from index.seams import RerankOutput
from qa.passages.sentences import WeighedSentences, weigh_sentences
from qa.passages.window import (
    CONTEXT_CHARS,
    ENTRY_CHARS,
    HEADING_CHARS,
    TITLE_CHARS,
    WINDOW_WORDS,
    Window,
    passage_window,
    rerank_window,
    sentence_window,
)


def weighed(*sentences: tuple[int, float]) -> WeighedSentences:
    """Sentences of so many words, each worth so much."""
    spans: list[Span] = []
    parts = []
    start = 0
    for number, (words, _) in enumerate(sentences):
        part = " ".join(f"w{number}" for _ in range(words))
        parts.append(part)
        spans.append((start, start + len(part)))
        start += len(part) + 1
    kind: BlockKind = "paragraph"
    return WeighedSentences(
        " ".join(parts), tuple(spans), tuple(worth for _, worth in sentences), (kind,) * len(spans), (0.0,) * len(spans)
    )


def passage(text: str, heading: str = "", context: str = "", parts: tuple[Part, ...] = ()) -> Passage:
    return Passage("a", 0, len(text), text, heading, None, None, context, parts)


def chosen(sentences: WeighedSentences, most_words: int) -> list[int]:
    """Which sentences are in the window; it starts and ends with one."""
    start, end = passage_window(sentences, most_words)
    inside = [number for number, span in enumerate(sentences.spans) if start <= span[0] and span[1] <= end]
    assert (start, end) == (sentences.spans[inside[0]][0], sentences.spans[inside[-1]][1])
    return inside


@pytest.mark.parametrize(
    ("most_words", "inside"),
    [(1, [2]), (3, [2]), (4, [2]), (5, [2, 3]), (6, [2, 3]), (7, [1, 2, 3]), (9, [1, 2, 3]), (10, [0, 1, 2, 3])],
)
def test_a_window_grows_by_whole_sentences_to_just_so_many_words(most_words: int, inside: list[int]) -> None:
    assert chosen(weighed((3, 0.0), (2, 0.25), (3, 1.0), (2, 0.5)), most_words) == inside


def test_the_better_side_is_taken_first_and_of_equal_sides_the_one_after() -> None:
    assert chosen(weighed((2, 0.5), (2, 1.0), (2, 0.25)), 4) == [0, 1]
    assert chosen(weighed((2, 0.25), (2, 1.0), (2, 0.5)), 4) == [1, 2]
    assert chosen(weighed((2, 0.5), (2, 1.0), (2, 0.5)), 4) == [1, 2]


def test_a_side_that_is_too_long_makes_room_for_the_other() -> None:
    assert chosen(weighed((2, 0.25), (2, 1.0), (9, 0.75)), 6) == [0, 1]
    assert chosen(weighed((9, 0.75), (2, 1.0), (2, 0.25)), 6) == [1, 2]


def test_of_equally_good_sentences_the_window_is_around_the_first() -> None:
    assert chosen(weighed((2, 0.0), (2, 1.0), (2, 0.0), (2, 1.0)), 2) == [1]


def test_one_long_sentence_is_read_whole() -> None:
    assert chosen(weighed((2, 0.5), (90, 1.0), (2, 0.5)), 50) == [1]


def test_a_reranker_reads_so_many_words_and_the_beginning_of_the_title() -> None:
    sentences = weighed(*[(10, float(number == 3)) for number in range(13)])
    window = rerank_window("T" * (TITLE_CHARS + 5), passage(sentences.text), sentences)
    title, _, text = window.text(sentences.text).partition(". ")
    assert title == "T" * TITLE_CHARS == "T" * 120
    assert len(text.split()) == WINDOW_WORDS == 110 and text.split()[0] == "w2" and text.split()[-1] == "w12"


def test_a_reranker_reads_what_leads_into_a_passage_behind_the_title() -> None:
    sentences = weighed((4, 1.0))
    assert (
        rerank_window("Plan", passage(sentences.text, context="Ward | 2019"), sentences)
        .text(sentences.text)
        .startswith("Plan. Ward | 2019. w0")
    )
    assert (
        rerank_window("", passage(sentences.text, context="The council will."), sentences).preface == "The council will"
    )
    assert len(rerank_window("", passage(sentences.text, context="c" * 300), sentences).preface) == CONTEXT_CHARS == 120


def test_tokens_of_the_title_are_left_out_and_the_others_stand_in_the_window() -> None:
    window = Window("Ab cd", 10, 20)
    tokens = np.array([(0, 2), (3, 5), (5, 8), (7, 9), (10, 12)], dtype=np.int64)
    scores = np.arange(5, dtype=np.float32)[:, np.newaxis]
    own = window.within(RerankOutput(1.5, tokens, scores), " " * 20)
    assert own.tokens.tolist() == [[0, 2], [3, 5]] and own.scores.tolist() == [[3.0], [4.0]] and own.logit == 1.5


def test_a_reranker_reads_what_people_would_type_and_its_tokens_stand_in_what_is_shown() -> None:
    passage = "Once. The com\u00admit\u00adtee said the cafe\u0301 \ufb02ooded."
    window = Window("Re\u0301sume\u0301", 6, len(passage))
    read = window.text(passage)
    assert read == "Résumé. The committee said the café flooded."
    tokens = np.array([(read.index(word), read.index(word) + len(word)) for word in read.split()], dtype=np.int64)
    own = window.within(RerankOutput(0.0, tokens, np.zeros((len(tokens), 1), dtype=np.float32)), passage)
    shown = [passage[6:][start:end] for start, end in own.tokens.tolist()]
    assert shown == ["The", "com\u00admit\u00adtee", "said", "the", "cafe\u0301", "\ufb02ooded."]


@pytest.mark.parametrize("caption", ["Table 1: votes " * 12, "All that was said before " * 8, "a" * 200])
def test_the_header_row_is_read_though_a_long_caption_stands_before_it(caption: str) -> None:
    sentences = weighed((4, 1.0))
    preface = rerank_window("Plan", passage(sentences.text, context=f"{caption} > Ward | 2019"), sentences).preface
    assert preface.endswith("> Ward | 2019") and preface.startswith(f"Plan. {caption[:20]}")
    assert len(preface) == len("Plan. ") + CONTEXT_CHARS


def test_a_reranker_reads_the_headings_above_that_it_does_not_read_anyway() -> None:
    sentences = weigh_sentences(passage("Sick pay\n\nIt is paid for a week."), {}, "other")
    assert rerank_window("Plan", passage(sentences.text, "Plan > Leave > Sick pay"), sentences).preface == "Plan. Leave"
    long = rerank_window("Plan", passage(sentences.text, " > ".join(["a" * 90, "b" * 90])), sentences).preface
    assert long == "Plan. " + "a" * (HEADING_CHARS - 93) + ". " + "b" * 90
    marked = weigh_sentences(passage("## Sick pay\nIt is paid for a week."), {}, "other")
    assert rerank_window("Plan", passage(marked.text, "Leave > Sick pay"), marked).preface == "Plan. Leave"


TABLE = "Hall | Fee\nMarlow | £4\nStoke | £5\nIt is let."


def table(*, names_columns: bool = True) -> Passage:
    parts = (
        Part(0, 10, "table_row", names_columns),
        Part(11, 22, "table_row"),
        Part(23, 33, "table_row"),
        Part(34, 44),
    )
    return passage(TABLE, parts=parts)


def test_rows_are_read_with_the_names_of_their_columns_and_their_tokens_stand_in_what_is_shown() -> None:
    window = rerank_window("Fees", table(), weigh_sentences(table(), {}, "other"))
    read = window.text(TABLE)
    assert read == "Fees. \nMarlow. Fee: £4.\nStoke. Fee: £5.\nIt is let."
    tokens = np.array([match.span() for match in re.finditer(r"[^\s.:]+", read)], dtype=np.int64)
    own = window.within(RerankOutput(0.0, tokens, np.zeros((len(tokens), 1), dtype=np.float32)), TABLE)
    shown = [TABLE[window.start : window.end][start:end] for start, end in own.tokens.tolist()]
    assert shown == ["Marlow", "£4", "Stoke", "£5", "It", "is", "let"], "the names of columns are not of the rows"


def test_a_sentence_is_read_with_title_and_nearest_heading_and_nothing_beside_it() -> None:
    text = "The hall is let. It costs £4. Ask the clerk."
    own = passage(text, heading="Fees > Halls.", context="In short")
    window = sentence_window("Guide.", own, (17, 29))
    assert window.text(text) == "Guide. Halls. It costs £4."
    long = sentence_window("T" * 500, passage(text, heading="H" * 500), (0, 16))
    assert long.preface == "T" * TITLE_CHARS + ". " + "H" * HEADING_CHARS
    row = sentence_window("Fees", table(), (23, 33))
    assert row.text(TABLE) == "Fees. Stoke. Fee: £5."


ENTRIES = (
    "{}. 14 Quay Lane. New roof. Votes: 3 for, 1 against.\n{} Gully: cleared. It has filled again.\nPlain. It was so."
)


@pytest.mark.parametrize(
    ("reference", "sentence", "before"),
    [
        ("PA26/01877", "Votes: 3 for, 1 against.", "PA26/01877. 14 Quay Lane. New roof. "),
        ("26/006", "It has filled again.", "26/006 Gully: cleared. "),
        ("26/006", "26/006 Gully: cleared.", ""),
        ("26/006", "It was so.", ""),
        ("1/2", "It has filled again.", ""),
        ("2026", "It has filled again.", ""),
    ],
)
def test_a_sentence_of_an_entry_is_read_with_what_that_is_of(reference: str, sentence: str, before: str) -> None:
    text = ENTRIES.format(reference, reference)
    start = text.index(sentence)
    window = sentence_window("Minutes", passage(text, heading="Planning"), (start, start + len(sentence)))
    assert window.text(text) == f"Minutes. Planning. {before}{sentence}"


def test_of_a_long_entry_the_beginning_says_what_it_is_of() -> None:
    text = f"26/01877 {'roof ' * 100}. It is so."
    assert len(sentence_window("T", passage(text), (len(text) - 9, len(text))).preface) <= len("T. ") + ENTRY_CHARS


def test_a_row_that_is_named_is_read_without_the_worse_rows_of_its_table() -> None:
    named = rerank_window("Fees", table(), weigh_sentences(table(), {"stoke": 1.0}, "other"))
    assert named.text(TABLE) == "Fees. Stoke. Fee: £5.\nIt is let."
    little, enough = ({"stoke": share, "other": 1 - share} for share in (0.24, 0.26))
    assert "Marlow" in rerank_window("Fees", table(), weigh_sentences(table(), little, "other")).text(TABLE)
    assert "Marlow" not in rerank_window("Fees", table(), weigh_sentences(table(), enough, "other")).text(TABLE)
    unnamed = rerank_window("Fees", table(), weigh_sentences(table(), {"fee": 1.0}, "other"))
    assert "Marlow. Fee: £4." in unnamed.text(TABLE), "the name of a column is of no row alone"


def test_a_row_may_be_as_long_as_it_is_read() -> None:
    rows = [f"Place{number} | {'w ' * 20}end" for number in range(3)]
    text = "\n".join([f"Hall | {'name ' * 20}", *rows])
    starts = [text.index(line) for line in (text.split("\n")[0].rstrip(), *rows)]
    lines = text.split("\n")
    parts = tuple(
        Part(start, start + len(line), "table_row", names_columns=not place)
        for place, (start, line) in enumerate(zip(starts, lines, strict=True))
    )
    long = passage(text, parts=parts)
    read = rerank_window("", long, weigh_sentences(long, {}, "other")).text(text)
    assert len(read.split()) <= WINDOW_WORDS, "with the names of columns"


@pytest.mark.parametrize(
    ("title", "time", "told"),
    [
        ("Minutes", "March 2024", "Minutes (March 2024)"),
        ("Minutes of March 2024", "March 2024", "Minutes of March 2024"),
        ("Minutes", "", "Minutes"),
        ("T" * 500, "2024", "T" * TITLE_CHARS + " (2024)"),
    ],
)
def test_a_document_of_the_time_asked_about_is_read_with_that_time(title: str, time: str, told: str) -> None:
    own = passage("It costs £4.")
    assert sentence_window(title, own, (0, 12), time).preface == told
    assert rerank_window(title, own, weigh_sentences(own, {}, "other"), time).preface == told


@pytest.mark.parametrize(
    ("text", "heading", "told"),
    [
        ("It broke twice in 2024.", "", "The lift"),
        ("It broke twice.", "The year 2024", "The lift. The year 2024"),
        ("It broke twice.", "The year 2025", "The lift (2025). The year 2025"),
        ("It broke twice in 2025.", "", "The lift (2025)"),
        ("It broke twice in 2024 and 2025.", "", "The lift (2025)"),
        ("It is in the plan for 2020-2026.", "", "The lift (2025)"),
    ],
)
def test_what_tells_of_another_year_is_not_read_as_of_the_time_of_its_paper(text: str, heading: str, told: str) -> None:
    own = passage(text, heading)
    assert sentence_window("The lift", own, (0, len(text)), "2025").preface == told
    assert rerank_window("The lift", own, weigh_sentences(own, {}, "other"), "2025").preface == told


LISTED = "The panel meets in May.\n\nThe panel can:\n\n- ask for papers\n- close a case\n\nCosts\n\nIt costs £4."


@pytest.mark.parametrize(
    ("sentence", "read"),
    [
        ("- close a case", "Panels. The panel. The panel can:. - close a case"),
        (
            "The panel can:\n\n- ask for papers\n- close a case",
            "Panels. The panel. The panel can: - ask for papers - close a case",
        ),
        ("It costs £4.", "Panels. Costs. It costs £4."),
        ("The panel meets in May.", "Panels. The panel. The panel meets in May."),
    ],
)
def test_an_item_is_read_with_what_leads_into_its_list_and_words_with_the_heading_right_above_them(
    sentence: str, read: str
) -> None:
    kinds: dict[str, BlockKind] = {"Costs": "heading", "-": "list_item"}
    parts, start = [], 0
    for line in LISTED.split("\n"):
        if line:
            parts.append(Part(start, start + len(line), kinds.get(line[:1], kinds.get(line, "paragraph"))))
        start += len(line) + 1
    own = passage(LISTED, heading="Panels > The panel", parts=tuple(parts))
    at = LISTED.index(sentence)
    assert " ".join(sentence_window("Panels", own, (at, at + len(sentence))).text(LISTED).split()) == read


def test_initials_are_read_with_the_name_of_whom_they_stand_for() -> None:
    one = passage("AM to write to the County. Job | Who\nPaint | AM")
    sentences = weigh_sentences(one, {}, "other")
    window = rerank_window("Minutes", one, sentences, initials={"AM": "Ada Moor"})
    assert window.text(one.text) == "Minutes. AM (Ada Moor) to write to the County. Job | Who\nPaint | AM (Ada Moor)"
    alone = sentence_window("Minutes", one, (0, 26), initials={"AM": "Ada Moor"})
    assert alone.text(one.text) == "Minutes. AM (Ada Moor) to write to the County."
    assert rerank_window("Minutes", one, sentences).text(one.text) == f"Minutes. {one.text}"


def test_a_sentence_alone_is_read_with_the_question_that_it_replies_to() -> None:
    one = passage("Should members sign a statement?\n- No.\nDues are £4.")
    start = one.text.index("- No.")
    assert sentence_window("Minutes", one, (start, start + 5)).text(one.text) == (
        "Minutes. Should members sign a statement?. - No."
    )
    dues = one.text.index("Dues")
    assert sentence_window("Minutes", one, (dues, len(one.text))).text(one.text) == "Minutes. Dues are £4."
