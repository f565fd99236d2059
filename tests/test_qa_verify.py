"""Cited words are found exactly, changed, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import combinations

import pytest

from index.snapshot import Snapshot
from qa.citation import citation_link
from qa.verify import Difference, differences, find_exactly, verify

TEXT = (
    "The town pool – the ‘lido’ – reopened\non 3 May 2021. Lanes must be booked two days ahead, and children under "
    "eight swim with an adult."
)


@pytest.fixture(scope="module")
def held(snapshot_of: Callable[[Iterable[Mapping[str, str]]], Snapshot]) -> Iterator[Snapshot]:
    snapshot = snapshot_of(
        [
            {"id": "pool", "title": "Using the pool", "text": TEXT, "source": "Leisure", "published": "2021-05-03"},
            {"id": "copy", "title": "Pool", "text": f"Copied. {TEXT}"},
            {"id": "park", "title": "Parks", "text": "The parks are open until dusk."},
            {"id": "rates", "title": "Rates", "text": "| Area | Rate |\n|---|---|\n| North | 3 % |"},
        ]
    )
    yield snapshot
    snapshot.close()


@pytest.mark.parametrize(
    "pasted",
    [
        "Lanes must be booked two days ahead",
        "  the 'lido'  -  reopened on 3 May 2021 ",
        "“Lanes must be booked two days ahead” (Leisure, Using the pool, published 3 May 2021)",
        '"Lanes must be booked two days ahead" (Leisure, Using the pool, published 3 May 2021) https://a.example/',
    ],
)
def test_words_that_stand_there_are_exact_however_marks_and_spaces_are_typed(held: Snapshot, pasted: str) -> None:
    verdict = verify(held, pasted, None if "(" in pasted else "pool")
    assert (verdict.status, verdict.document_id) == ("exact", "pool")
    assert verdict.start is not None and TEXT[verdict.start : verdict.end] == verdict.written
    assert verdict.end and verdict.link == citation_link("pool", verdict.start, verdict.end, verdict.written)
    assert verdict.reference == "Leisure, Using the pool, published 3 May 2021"
    assert verdict.reference_status == ("exact" if "(" in pasted else None)


def test_a_changed_word_is_shown_beside_what_is_written(held: Snapshot) -> None:
    verdict = verify(held, "Lanes must be booked three days ahead, and children under eight swim with a parent", "pool")
    assert verdict.status == "changed"
    changed = [(run.cited, run.written) for run in verdict.differences if not run.is_same]
    assert changed == [("three", "two"), ("a parent", "an adult")]
    assert verdict.written == TEXT[TEXT.index("Lanes") : TEXT.index(" adult") + 6]


@pytest.mark.parametrize("between", [";", ":", ""])
def test_of_rows_that_are_alike_the_one_with_most_of_the_words_is_found(
    snapshot_of: Callable[[Iterable[Mapping[str, str]]], Snapshot], between: str
) -> None:
    rows = [f"{name} | needs work to be good" for name in ("Parks in spring", "Roads", "Overall state")]
    text = "\n".join((*rows, "", "The roads were mended."))
    snapshot = snapshot_of([{"id": "report", "title": "The town’s roads", "text": text}])
    pasted = f"“Overall state{between} needs work to be {{}}” (The town’s roads)"
    exact, changed = (verify(snapshot, pasted.format(word)) for word in ("good", "fair"))
    snapshot.close()
    assert (exact.status, exact.reference_status) == ("exact", "exact")
    assert (changed.status, changed.start, changed.end) == ("changed", exact.start, exact.end)


def test_another_case_or_a_dropped_not_is_a_change(held: Snapshot) -> None:
    assert verify(held, "lanes MUST be booked two days ahead").status == "changed"
    assert verify(held, "Lanes must not be booked two days ahead").status == "changed"


@pytest.mark.parametrize("pasted", ["The moon is made of cheese.", "the", "…", "Lanes of the moon are made of cheese"])
def test_what_stands_nowhere_is_not_found(held: Snapshot, pasted: str) -> None:
    verdict = verify(held, pasted)
    assert (verdict.status, verdict.document_id, verdict.link) == ("not_found", None, None)


def test_of_somebodys_own_sentence_the_quotation_within_it_is_checked(held: Snapshot) -> None:
    said = "As we know, “lanes must be booked” is a rule; they say that “Lanes must be booked two days ahead” so it is."
    verdict = verify(held, said)
    assert (verdict.status, verdict.cited) == ("exact", "Lanes must be booked two days ahead")
    assert verify(held, said.replace("two days", "three days")).status != "exact"
    changed = verify(held, "The town “pool – the ‘lido’ – reopened” on 4 May 2021.")
    assert changed.status == "changed" and changed.cited.startswith("The town"), "a document's own sentence is whole"


def test_of_two_quotations_in_a_sentence_both_are_checked(held: Snapshot) -> None:
    said = "They say “Lanes must be booked two days ahead” and “{}”."
    both = verify(held, said.format("children under eight swim with an adult"))
    assert both.status == "exact"
    wrong = verify(held, said.format("swimming is free for everybody in May"))
    assert (wrong.status, wrong.cited) == ("not_found", "swimming is free for everybody in May")
    changed = verify(held, said.format("children under nine swim with an adult"))
    assert (changed.status, changed.cited) == ("changed", "children under nine swim with an adult")


def test_a_long_quotation_with_few_words_of_ones_own_is_checked_alone(held: Snapshot) -> None:
    words = "Lanes must be booked two days ahead, and children under eight swim with an adult."
    verdict = verify(held, f"Leisure said “{words}” last year")
    assert (verdict.status, verdict.cited) == ("exact", words)


def test_words_in_capitals_are_found_and_are_a_change(held: Snapshot) -> None:
    verdict = verify(held, "LANES MUST BE BOOKED TWO DAYS AHEAD", "pool")
    assert (verdict.status, verdict.written) == ("changed", "Lanes must be booked two days ahead")
    assert verdict.differences[0] == Difference("LANES MUST BE BOOKED TWO DAYS AHEAD", verdict.written)


def test_words_are_looked_for_in_the_document_that_is_named(held: Snapshot) -> None:
    assert verify(held, "The parks are open until dusk.", "park").status == "exact"
    assert verify(held, "The parks are open until dusk.", "pool").status == "not_found"
    assert verify(held, "The parks are open until dusk.", "nothing").status == "not_found"
    assert verify(held, "Lanes must be booked two days ahead", "copy").document_id == "copy"


def test_a_wrong_reference_beside_right_words_is_told(held: Snapshot) -> None:
    verdict = verify(held, "“The parks are open until dusk.” (Parks, published 3 May 2021)")
    assert (verdict.status, verdict.reference_status, verdict.reference) == (
        "exact",
        "changed",
        "Parks, date not known",
    )
    assert [(run.cited, run.written) for run in verdict.reference_differences if not run.is_same] == [
        ("3 May 2021", "date not known")
    ]
    assert verify(held, "“The parks are open until dusk.” (Parks, date not known)").reference_differences == ()


def test_a_reference_alone_is_checked(held: Snapshot) -> None:
    right = verify(held, "(Leisure, Using the pool, published 3 May 2021)")
    assert (right.status, right.document_id, right.reference_status) == ("exact", "pool", "exact")
    assert right.link == "/documents/pool"
    wrong = verify(held, "Leisure, Using the pool, published 4 May 2021")
    assert wrong.status == "changed"
    assert [(run.cited, run.written) for run in wrong.differences if not run.is_same] == [("4", "3")]


@pytest.mark.parametrize(
    ("reference", "status", "right"),
    [
        ("Using the pool, Leisure", "exact", ""),
        ("Using the pool (Leisure, 2021)", "exact", ""),
        ("Using the pool, May 2021", "exact", ""),
        ("“Using the pool” (Leisure, May 2021)", "exact", ""),
        ("Leisure: Using the pool; published on 3rd May 2021", "exact", ""),
        ("Parks team, Using the pool, 3 May 2021", "changed", "Leisure, Using the pool, 3 May 2021"),
        ("Using the pool, June 2021", "changed", "Using the pool, 3 May 2021"),
    ],
)
def test_a_reference_may_leave_parts_out_and_have_them_in_any_order(
    held: Snapshot, reference: str, status: str, right: str
) -> None:
    verdict = verify(held, reference)
    assert (verdict.status, verdict.document_id) == (status, "pool")
    assert verdict.reference == "Leisure, Using the pool, published 3 May 2021"
    assert " ".join(run.written for run in verdict.differences if run.written).replace(" ,", ",") == right


@pytest.mark.parametrize(
    "pasted",
    [
        "'Lanes must be booked two days ahead' (Leisure, Using the pool, 2021)",
        "‘Lanes must be booked two days ahead’, Using the pool, May 2021",
        "Using the pool (2021): “Lanes must be booked two days ahead”.",
        "“Lanes must be booked two days ahead” – Leisure, Using the pool",
        "Lanes must be booked two days ahead (Using the pool, 3 May 2021)",
        "“Lanes must be boo-\r\nked two days ahead” (Using the pool)",
        "“Lanes must be booked two days ahead” (Using the pool, 3 May 2021; 6 of 10 points of the list)",
        "«Lanes must\nbe booked two days ahead» (Using the pool)",
        "• Lanes must be booked two days a\u00adhead (Using the pool)",
    ],
)
def test_a_quotation_and_its_reference_are_told_apart_however_they_are_pasted(held: Snapshot, pasted: str) -> None:
    verdict = verify(held, pasted)
    assert (verdict.status, verdict.document_id, verdict.reference_status) == ("exact", "pool", "exact")
    assert verdict.written == "Lanes must be booked two days ahead"


def test_a_short_quotation_that_is_changed_is_no_publisher(held: Snapshot) -> None:
    verdict = verify(held, "“eight swim with a parent” (Using the pool)")
    assert (verdict.status, verdict.written, verdict.reference_status) == (
        "changed",
        "eight swim with an adult",
        "exact",
    )


def test_quotation_marks_within_words_part_nothing(held: Snapshot) -> None:
    verdict = verify(held, "‘lido’ – reopened on 3 May 2021")
    assert (verdict.status, verdict.reference_status) == ("exact", None)
    changed = verify(held, "“Lanes must be boo-\nked three days ahead” (Using the pool)", "pool")
    assert changed.status == "changed"
    assert [(run.cited, run.written) for run in changed.differences if not run.is_same] == [("three", "two")]


def test_a_row_that_was_copied_from_here_is_exact(held: Snapshot) -> None:
    assert verify(held, "North; 3 %", "rates").status == "exact"


def test_words_are_found_within_the_part_that_is_named() -> None:
    assert find_exactly("ab cd ab", "ab", 0, 8) == (0, 2)
    assert find_exactly("ab cd ab", "ab", 1, 8) == (6, 8)
    assert find_exactly("ab cd ab", "ab", 1, 7) is None
    assert find_exactly("ab", "  ", 0, 2) is None


@pytest.mark.parametrize("pasted", ["North | 3 %", "North; 3 %", "North 3 %", "North  3 %"])
def test_cells_of_a_row_are_found_as_they_are_quoted_and_as_they_are_copied_from_a_page(pasted: str) -> None:
    text = "East | 2 %\nNorth | 3 % | low"
    assert find_exactly(text, pasted, 0, len(text)) == (11, 22)


def test_a_row_copied_from_a_page_is_exact_and_not_another_cell(held: Snapshot) -> None:
    assert verify(held, "North 3 %").status == "exact"
    assert verify(held, "North 4 %").status != "exact"
    assert find_exactly("North | 3 %", "North3 %", 0, 11) is None


def test_differences_hold_both_versions_whole() -> None:
    runs = differences("It was not good.", "It was good today.")
    assert [(run.cited, run.written) for run in runs] == [
        ("It was", "It was"),
        ("not", ""),
        ("good", "good"),
        ("", "today"),
        (".", "."),
    ]


def test_of_words_that_stand_in_several_places_those_at_or_after_an_offset_are_meant(
    snapshot_of: Callable[[Iterable[Mapping[str, str]]], Snapshot],
) -> None:
    line = "The roof leaks. "
    snapshot = snapshot_of([{"id": "roofs", "text": line * 300}, {"id": "other", "text": line}])
    for near, start in (
        (0, 0),
        (1, 0),
        (2, 0),
        (3, 16),
        (1_600, 1_600),
        (1_602, 1_600),
        (1_603, 1_616),
        (4_784, 4_784),
    ):
        found = verify(snapshot, "The roof leaks.", "roofs", near)
        assert (found.status, found.document_id, found.start) == ("exact", "roofs", start), near
    beyond = verify(snapshot, "The roof leaks.", "roofs", 10**9)
    assert (beyond.status, beyond.document_id) == ("exact", "roofs")
    snapshot.close()


def test_a_changed_sentence_of_common_words_is_found_among_many_that_hold_them(
    snapshot_of: Callable[[Iterable[Mapping[str, str]]], Snapshot],
) -> None:
    sentence = "The support to care leavers who are closed to the service is not yet good."
    filler = " ".join(f"In ward {number} the hedges were cut and the paths were swept." for number in range(8))
    short = [
        {"title": f"Note {number}", "text": f"Open, open: {', '.join(some)}."}
        for number, some in enumerate(combinations(("support", "care", "leavers", "service", "good"), 3))
    ]
    snapshot = snapshot_of([*short, {"title": "Report", "text": f"{filler} {sentence} {filler}"}])
    verdict = verify(snapshot, sentence.replace("closed", "open"))
    assert (verdict.status, verdict.title, verdict.written) == ("changed", "Report", sentence)


def test_a_changed_sentence_is_found_where_its_words_are_neighbours(
    snapshot_of: Callable[[Iterable[Mapping[str, str]]], Snapshot],
) -> None:
    sentence = "Services for children in Marlow are inadequate."
    text = "In Marlow the good managers see to services, and of the children in it many are doing well for now."
    scattered = [{"title": f"Note {number}", "text": f"{number}. {text}"} for number in range(12)]
    snapshot = snapshot_of([*scattered, {"title": "Report", "text": f"The harbour was dredged. {sentence}"}])
    verdict = verify(snapshot, sentence.replace("inadequate", "good"))
    assert (verdict.status, verdict.title, verdict.written) == ("changed", "Report", sentence)
