"""Cited words are found exactly, changed, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import combinations

import pytest

from index.snapshot import Snapshot
from qa.address import citation_link
from qa.citing.citation import place_in_words, place_of, reference
from qa.citing.nearest_words import differences
from qa.citing.verify import verify

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


@pytest.mark.parametrize("pasted", ["The moon is made of cheese.", "them", "…", "Lanes of the moon are made of cheese"])
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


@pytest.mark.parametrize(
    "pasted",
    [
        "LANES MUST BE BOOKED TWO DAYS AHEAD",
        "THE TOWN POOL - THE 'LIDO' - REOPENED ON 3 MAY 2021",
        "ON 3RD MAY THEY SAID: “LANES MUST BE BOOKED TWO DAYS AHEAD”",
        "LANES MUST BE BOOKED […] AND CHILDREN UNDER EIGHT SWIM",
        "LANES MUST BE BOOKED TWO DAYS AHEAD (Leisure, Using the pool)",
    ],
)
def test_words_in_capitals_throughout_are_compared_without_these(held: Snapshot, pasted: str) -> None:
    verdict = verify(held, pasted, "pool")
    assert verdict.status in ("exact", "with_omissions") and verdict.is_in_other_capitals
    assert (verdict.start, verdict.end) != (None, None) and verdict.written == TEXT[verdict.start : verdict.end]


def test_of_words_in_capitals_only_what_they_say_otherwise_is_a_difference(held: Snapshot) -> None:
    verdict = verify(held, "LANES MUST BE BOOKED THREE DAYS AHEAD", "pool")
    assert verdict.status == "changed"
    assert [(one.cited, one.written) for one in verdict.differences if not one.is_same] == [("THREE", "two")]
    assert verify(held, "The LIDO reopened", "pool").status == "changed"


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
        "* Lanes must be booked two days ahead (Using the pool)",
        "- Lanes must be booked two days ahead (Using the pool)",
        " – “Lanes must be booked two days ahead” (Using the pool)",
        "> “Lanes must be booked\n> two days ahead” (Using the pool)",
        "> > **Lanes must be booked two days ahead** (Using the pool)",
        "“Lanes must be *booked* two days ahead” (Leisure, Using the pool 2021)",
    ],
)
def test_a_quotation_and_its_reference_are_told_apart_however_they_are_pasted(held: Snapshot, pasted: str) -> None:
    verdict = verify(held, pasted)
    assert (verdict.status, verdict.document_id, verdict.reference_status) == ("exact", "pool", "exact")
    assert verdict.written == "Lanes must be booked two days ahead"


def test_a_sign_that_says_more_than_is_compared(held: Snapshot) -> None:
    assert verify(held, "Rates are > 3 %").status != "exact"
    assert verify(held, "> 3 %", "rates").status != "exact"
    assert verify(held, "- 3 %", "rates").status != "exact"


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


def test_a_row_copied_from_a_page_is_exact_and_not_another_cell(held: Snapshot) -> None:
    assert verify(held, "North 3 %").status == "exact"
    assert verify(held, "North 4 %").status != "exact"


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


@pytest.fixture(scope="module")
def councils(snapshot_of: Callable[[Iterable[Mapping[str, str]]], Snapshot]) -> Iterator[Snapshot]:
    reports = [
        ("Marlow", "2019-05-07", "requires improvement", "Leaders do not know their staff well."),
        ("Marlow", "2023-05-09", "inadequate", "Leaders know their staff, and they do not act on what they hear."),
        ("Wendham", "2023-06-01", "good", "Leaders know their staff, and they act on what they hear."),
        ("Harne", "2023-07-01", "outstanding", "Leaders know all that is to be known, and they act at once."),
    ]
    snapshot = snapshot_of(
        {
            "id": f"{name.lower()}-{day[:4]}",
            "title": f"Inspection of {name} council’s services",
            "source": "The inspectorate",
            "published": day,
            "text": f"Overall effectiveness is {grade} at present.\n\n{said}\n\n"
            + f"The town of {name} has a pier. " * 9,
        }
        for name, day, grade, said in reports
    )
    yield snapshot
    snapshot.close()


@pytest.mark.parametrize(
    "pasted",
    [
        "“Overall effectiveness is good at present.” (The inspectorate, Inspection of Marlow council’s services)",
        "“Overall effectiveness is good at present.” (Inspection of Marlow council’s services, published 9 May 2023)",
        "“Overall effectiveness is good at present” (Marlow, 2023)",
        "'Overall effectiveness is good at present' (Marlow)",
        "Overall effectiveness is good at present (Inspection of Marlow council’s services, 2023)",
        "Inspection of Marlow council’s services (2023): “Overall effectiveness is good at present”",
        "In the Inspection of Marlow council’s services one reads “Overall effectiveness is good at present” today.",
        "“Overall […] is good at present” (Inspection of Marlow council’s services, published 9 May 2023)",
    ],
)
def test_words_that_stand_in_another_document_than_their_reference_names_are_not_exact(
    councils: Snapshot, pasted: str
) -> None:
    verdict = verify(councils, pasted)
    assert (verdict.status, verdict.document_id) == ("elsewhere", "wendham-2023")
    assert not verdict.reference_differences, "a reference that is right of another document is not amended to this one"
    assert verdict.named and verdict.named.document_id and verdict.named.document_id.startswith("marlow")
    assert verdict.named.status == "changed" and "Overall effectiveness is" in verdict.named.written
    if "2023" in pasted:
        assert verdict.named.document_id == "marlow-2023"
    if "[" not in pasted:
        assert [run.cited for run in verdict.named.differences if not run.is_same] == ["good"]


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("Marlow, 2023", "exact"),
        ("Inspection of Marlow council’s services, 2019", "elsewhere"),
        ("Inspection of Marlow council’s services, 2001", "exact"),
        ("Inspection of Marlow council’s services, page 4", "exact"),
    ],
)
def test_of_reports_of_one_title_that_of_the_day_is_named(councils: Snapshot, reference: str, expected: str) -> None:
    verdict = verify(councils, f"“Overall effectiveness is inadequate at present.” ({reference})")
    assert (verdict.status, verdict.document_id) == (expected, "marlow-2023")
    if expected == "elsewhere":
        assert verdict.named and verdict.named.document_id == "marlow-2019"


def test_changed_words_that_only_another_document_nearly_has_are_told_so(councils: Snapshot) -> None:
    verdict = verify(councils, "“Leaders know all there is to be known, and they act at once” (Wendham, 2023)")
    assert (verdict.status, verdict.document_id) == ("changed", "harne-2023")
    assert verdict.named and (verdict.named.status, verdict.named.document_id) == ("not_found", "wendham-2023")


def test_words_of_another_document_in_somebodys_sentence_beside_right_ones_are_told(
    councils: Snapshot,
) -> None:
    said = "The Inspection of Wendham council’s services has “they act on what they hear” and “{}”, as we said."
    wrong = verify(councils, said.format("Overall effectiveness is inadequate"))
    assert (wrong.status, wrong.document_id, wrong.cited) == (
        "elsewhere",
        "marlow-2023",
        "Overall effectiveness is inadequate",
    )
    assert verify(councils, said.format("Overall effectiveness is good")).status == "exact"


@pytest.mark.parametrize(
    ("pasted", "left_out"),
    [
        ("Lanes must be booked […] and children under eight swim with an adult", ["two days ahead"]),
        ("Lanes must be booked ... and children under eight swim", ["two days ahead"]),
        ("Lanes must be booked two days ahead [...] swim with an adult.", ["and children under eight"]),
        ("“The town pool … reopened […]. Lanes must be booked” (Using the pool)", ["– the ‘lido’ –", "on 3 May 2021"]),
        ("[The] town pool (…) reopened on 3 May 2021", ["", "– the ‘lido’ –"]),
        ("Lanes must be booked two days ahead, and [the young] swim with an adult", ["children under eight"]),
    ],
)
def test_words_that_a_quotation_marks_as_left_out_are_no_fault(
    held: Snapshot, pasted: str, left_out: list[str]
) -> None:
    verdict = verify(held, pasted)
    assert (verdict.status, verdict.title, verdict.sentence) == ("with_omissions", "Using the pool", "")
    assert [one.left_out for one in verdict.omissions] == left_out
    assert all(TEXT[one.start : one.end] == one.left_out for one in verdict.omissions)


@pytest.mark.parametrize(
    "pasted",
    [
        "Leaders know their staff, and they […] act on what they hear. (Marlow, 2023)",
        "“Leaders know their staff ... act on what they hear.” (Inspection of Marlow council’s services)",
        "Leaders know their staff, and they [always] act on what they hear (Marlow, 2023)",
    ],
)
def test_a_not_that_is_left_out_is_shown_with_its_sentence(councils: Snapshot, pasted: str) -> None:
    verdict = verify(councils, pasted)
    assert (verdict.status, verdict.document_id) == ("with_omissions", "marlow-2023")
    assert [one.turns for one in verdict.omissions] == [True]
    assert verdict.sentence == "Leaders know their staff, and they do not act on what they hear."


def test_a_changed_piece_between_omissions_is_shown_beside_what_is_written(held: Snapshot) -> None:
    verdict = verify(held, "Lanes must be booked three days ahead, […] with an adult. (Using the pool)")
    assert verdict.status == "changed" and [one.status for one in verdict.pieces] == ["changed", "exact"]
    assert [run.cited for run in verdict.pieces[0].differences if not run.is_same] == ["three"]
    other_order = verify(held, "children under eight swim with an adult […] Lanes must be booked")
    assert (other_order.status, [one.status for one in other_order.pieces]) == ("changed", ["exact", "exact"])
    assert verify(held, "The moon is made […] of cheese or of butter").status == "not_found"


def test_words_that_many_passages_nearly_have_are_found_where_they_stand(
    snapshot_of: Callable[[Iterable[Mapping[str, str]]], Snapshot],
) -> None:
    filler = "The impact, the practice and the leaders of social work are told of below. " * 4
    near = [
        {"id": f"near-{number}", "text": f"Impact of leaders on practice | Good\n\nImpact, leaders, practice {number}."}
        for number in range(90)
    ]
    snapshot = snapshot_of([*near, {"id": "far", "text": f"{filler}\n\nImpact of leaders on practice | Outstanding"}])
    verdict = verify(snapshot, "Impact of leaders on practice; Outstanding")
    assert (verdict.status, verdict.document_id) == ("exact", "far")
    assert verify(snapshot, "Impact of leaders on practice; Poor").status == "changed"
    snapshot.close()


@pytest.mark.parametrize(
    "part", ["Minute 41", "Section 2", "Article 7", "Clause 3.2", "Rule 12", "Recommendation 4", "Item 5"]
)
def test_a_number_that_says_what_it_numbers_is_right_in_a_reference(
    snapshot_of: Callable[[Iterable[Mapping[str, str]]], Snapshot], part: str
) -> None:
    text = f"The harbour committee met in May.\n\n{part}. The pier was painted green by two men.\n\nThey left."
    snapshot = snapshot_of([{"id": "minutes", "title": "Harbour committee minutes", "text": text}])
    document = snapshot.document("minutes")
    assert document
    start = text.index("The pier was")
    named = reference(document, document.title, place_in_words(document, place_of(document, start, text.index(" men"))))
    assert named.endswith(part)
    right = verify(snapshot, f"“The pier was painted green by two men.” ({named})")
    assert (right.status, right.reference_status) == ("exact", "exact")
    assert verify(snapshot, named).status == "exact"
    wrong = verify(snapshot, f"“The pier was painted green by two men.” ({named}9)")
    assert wrong.reference_status == "changed" and wrong.reference_differences
    snapshot.close()


@pytest.mark.parametrize("aside", ["(see Section 7)", "(item 3)", "(Parks, page 2)", "(as in paragraph 4)"])
def test_brackets_that_stand_in_the_document_are_no_reference(
    snapshot_of: Callable[[Iterable[Mapping[str, str]]], Snapshot], aside: str
) -> None:
    words = f"The tenant pays for the roof {aside}"
    snapshot = snapshot_of(
        [{"id": "lease", "text": f"{words} and the drains."}, {"id": "p", "title": "Parks", "text": "No."}]
    )
    verdict = verify(snapshot, words)
    assert (verdict.status, verdict.written, verdict.reference_status) == ("exact", words, None)
    snapshot.close()


@pytest.mark.parametrize(
    "pasted",
    [
        "act on what they hear.",
        "[…] act on what they hear",
        "... act on what they hear.",
        "“act on what they hear” (Marlow, 2023)",
        "Act on what they hear",
        "[They] act on what they hear",
        "act upon what they hear",
    ],
)
def test_words_that_stand_only_after_a_not_are_shown_with_their_sentence(councils: Snapshot, pasted: str) -> None:
    verdict = verify(councils, pasted, "marlow-2023")
    assert verdict.after == "not"
    assert verdict.sentence == "Leaders know their staff, and they do not act on what they hear."
    assert verify(councils, "they do not act on what they hear", "marlow-2023").after == ""


@pytest.mark.parametrize(
    ("pasted", "statuses", "worst"),
    [
        (
            "“Lanes must be booked two days ahead” (Using the pool) and “The parks are open until six” (Parks)",
            ["exact", "changed"],
            1,
        ),
        (
            "“Lanes must be booked three days ahead” (Using the pool). “The parks are open until dusk.” (Parks)",
            ["changed", "exact"],
            0,
        ),
        (
            'They say: "swimming is free for everybody in May", "The parks are open until dusk"; "lido".',
            ["not_found", "exact"],
            0,
        ),
        (
            "“The parks are open until dusk.” (Using the pool, page 1) “Lanes must be booked two days ahead” (Parks)",
            ["elsewhere", "elsewhere"],
            0,
        ),
        (
            "• “Lanes must be booked two days ahead”\n• “eight swim with an adult”\n• “The parks are open”",
            ["exact", "exact", "exact"],
            0,
        ),
    ],
)
def test_each_of_several_quotations_gets_a_verdict_and_the_worst_is_told_first(
    held: Snapshot, pasted: str, statuses: list[str], worst: int
) -> None:
    verdict = verify(held, pasted)
    assert [one.status for one in verdict.quotations] == statuses
    assert (verdict.status, verdict.cited) == (statuses[worst], verdict.quotations[worst].cited)
    assert verdict.unchecked == (("lido",) if "lido" in pasted else ())


def test_a_reference_with_a_title_in_quotation_marks_is_no_second_quotation(held: Snapshot) -> None:
    verdict = verify(held, "“Lanes must be booked two days ahead” (Leisure, “Using the pool”, 3 May 2021)")
    assert (verdict.status, verdict.quotations, verdict.unchecked) == ("exact", (), ())
    nested = verify(held, "“The town pool – the “lido” – reopened on 4 May” (Using the pool)")
    assert (nested.status, nested.unchecked) == ("changed", ()) and nested.cited.startswith("The town pool")


@pytest.mark.parametrize(
    ("pasted", "struck"),
    [
        ("The inspectorate told Harne that “Leaders know all that is not to be known, and they act at once”", "not"),
        ("We read in it “Leaders know all that is known, and they act at once” (Harne, 2023)", "to be"),
        ("She said: “Leaders do know their staff well”, which is good to hear in a year of cuts.", "not"),
    ],
)
def test_a_changed_quotation_in_ones_own_sentence_is_compared_alone(
    councils: Snapshot, pasted: str, struck: str
) -> None:
    verdict = verify(councils, pasted)
    alone = verdict.named or verdict
    assert alone.status == "changed" and alone.cited == pasted[pasted.index("“") + 1 : pasted.index("”")]
    assert struck in [run.written or run.cited for run in alone.differences if not run.is_same]


@pytest.mark.parametrize(
    ("word", "rare"), [("rise", "excellent"), ("count", "outstanding"), ("boats", "excellent"), ("by", "outstanding")]
)
def test_a_sentence_with_one_word_altered_to_a_rare_one_is_found_where_most_words_agree(
    snapshot_of: Callable[[Iterable[Mapping[str, str]]], Snapshot], word: str, rare: str
) -> None:
    sentence = "There has been a rise in the count of the boats by the pier."
    common = "There has been some rise: the count went up by a few, and boats lay at the pier. "
    texts = [
        *(f"{number}. It is {praise}." for number in range(70) for praise in ("excellent", "outstanding")),
        *(f"Week {number}. {common * 2}" for number in range(200)),
    ]
    snapshot = snapshot_of([*({"text": text} for text in texts), {"title": "Report", "text": f"{common}{sentence}"}])
    verdict = verify(snapshot, sentence.replace(f" {word} ", f" {rare} "))
    snapshot.close()
    assert (verdict.status, verdict.title, verdict.written) == ("changed", "Report", sentence)


@pytest.mark.parametrize(
    ("pasted", "document", "count"),
    [
        ("Lanes must be booked two days ahead", None, 1),
        ("The parks are open until dusk.", None, 0),
        ("Copied. The town pool", None, 0),
        ("Lanes must be booked two days ahead", "pool", 0),
        ("“Lanes must be booked two days ahead” (Using the pool)", None, 0),
        ("They say that “Lanes must be booked two days ahead” is so.", None, 1),
    ],
)
def test_in_how_many_other_documents_words_stand_is_told_where_none_is_named(
    held: Snapshot, pasted: str, document: str | None, count: int
) -> None:
    verdict = verify(held, pasted, document)
    assert (verdict.status, verdict.also_in) == ("exact", count)


@pytest.mark.parametrize(
    "pasted",
    [
        "Lanes must be <b>booked</b> two days ahead",
        '<p>Lanes must be <em class="x">booked</em> two days ahead</p>',
        "Lanes must be booked two days ahead https://www.example.org/pool?page=2",
        "“Lanes must be booked two days ahead” (https://www.example.org/pool)",
        "“Lanes must be booked two days ahead” (my emphasis)",
        "“Lanes must be booked two days ahead” (Using the pool, 2021, emphasis added)",
        "Lanes must be booked two days ahead [emphasis mine]",
        "Lanes must be booked two days ahead – Leisure, 2021",
        "“Lanes must be booked two days ahead” – Leisure, 2021",
        "Lanes must be booked two days ahead\n— Using the pool, May 2021",
    ],
)
def test_what_people_add_to_a_quotation_makes_it_no_less_exact(held: Snapshot, pasted: str) -> None:
    verdict = verify(held, pasted)
    assert (verdict.status, verdict.written) == ("exact", "Lanes must be booked two days ahead")
    assert verdict.reference_status in (None, "exact")
    assert verify(held, pasted.replace("two", "three")).status == "changed"


def test_what_stands_after_a_dash_is_no_reference_where_it_is_of_the_sentence(held: Snapshot) -> None:
    assert verify(held, "The town pool – the dry dock").status != "exact"
    assert verify(held, "Lanes must be booked two days ahead – for free").status != "exact"
    wrong = verify(held, "Lanes must be booked two days ahead – Leisure, 2019")
    assert (wrong.status, wrong.reference_status) == ("exact", "changed")


def test_short_pieces_are_found_together_in_the_one_document_of_many_that_has_them_so(
    snapshot_of: Callable[[Iterable[Mapping[str, str]]], Snapshot],
) -> None:
    near = [f"The good practice is here. The good practice is old. Note {number}: embedded." for number in range(40)]
    text = f"{'The fair was held in the rain. ' * 9}However, good practice is not embedded."
    snapshot = snapshot_of([*({"text": f"Embedded. {one[::-1]} {one}"} for one in near), {"title": "R", "text": text}])
    verdict = verify(snapshot, "However, good practice is […] embedded")
    snapshot.close()
    assert (verdict.status, verdict.title, verdict.omissions[0].turns) == ("with_omissions", "R", True)


def test_of_very_many_quotations_the_first_are_checked_and_the_rest_named(held: Snapshot) -> None:
    said = "; ".join(f"“the parks of ward {number} are shut”" for number in range(20))
    verdict = verify(held, f"They say {said}.")
    assert (len(verdict.quotations), len(verdict.unchecked)) == (12, 8)
    assert verdict.unchecked[-1] == "the parks of ward 19 are shut"


@pytest.mark.parametrize("pasted", ["the", "be booked", "are", "must be", "on 3 May"])
def test_words_that_are_common_everywhere_are_found_where_they_stand(held: Snapshot, pasted: str) -> None:
    assert verify(held, pasted).status == "exact"
    assert verify(held, f"{pasted} not").status != "exact"


@pytest.fixture(scope="module")
def halls(snapshot_of: Callable[[Iterable[Mapping[str, str]]], Snapshot]) -> Iterator[Snapshot]:
    """Reports on two halls, of several years, and one paper on all."""
    texts = {
        "Wendham 2021": "The roof of the hall at Wendham leaks badly, and the clerk has asked for three quotes.",
        "Wendham 2023": "The roof of the hall at Wendham was mended in spring, and the doors are to be painted.",
        "Kirkbury 2021": "The heating at Kirkbury fails on most mornings, so the playgroup has moved to the chapel.",
        "All": "The halls at Wendham and Kirkbury are let, and the councils’ rooms are for all of us.",
    }
    snapshot = snapshot_of(
        [
            {"id": name, "title": f"Report on {name.split()[0]} hall", "text": text, "published": f"{name[-4:]}-05-01"}
            if name != "All"
            else {"id": name, "title": "Letting rooms", "text": text}
            for name, text in texts.items()
        ]
    )
    yield snapshot
    snapshot.close()


ROOF = "The roof of the hall at Wendham leaks badly"
HEATING = "The heating at Kirkbury fails on most mornings"


@pytest.mark.parametrize(
    "said",
    [
        "Wendham says “{}”, Kirkbury says “{}”",
        "“{}”, says Wendham, and “{}”, says Kirkbury.",
        "“{}”, says Wendham. Kirkbury says “{}”.",
        "As Wendham put it, “{}”. The report on Kirkbury hall has “{}”.",
        "Wendham says ‘{}’, Kirkbury says ‘{}’",
        "Wendham says '{}', Kirkbury says '{}'",
    ],
)
def test_each_quotation_is_looked_for_in_what_is_named_with_it(halls: Snapshot, said: str) -> None:
    right = verify(halls, said.format(ROOF, HEATING))
    assert [one.status for one in right.quotations] == ["exact", "exact"]
    exchanged = verify(halls, said.format(HEATING, ROOF))
    assert [one.status for one in exchanged.quotations] == ["elsewhere", "elsewhere"]
    assert [one.title for one in exchanged.quotations] == ["Report on Kirkbury hall", "Report on Wendham hall"]


GUIDE = "You may renew a book up to five times"
RULES = "# Rules\n\n## 3.3 Pay\n\nPay stops at noon on Friday.\n\n## 3.4 Back\n\nSo."
CHAPTER = "Send a fit note from the eighth day"


@pytest.fixture(scope="module")
def shelves(snapshot_of: Callable[[Iterable[Mapping[str, str]]], Snapshot]) -> Iterator[Snapshot]:
    snapshot = snapshot_of(
        [
            {"id": "lending.md", "title": "Your guide to borrowing", "text": f"{GUIDE}.", "source": "Libraries"},
            {"id": "staff/2024-03-05 chapter 3.md", "title": "Chapter 3. Sickness", "text": f"{CHAPTER}."},
            {
                "id": "rules.md",
                "title": "Rules",
                "text": RULES,
            },
            {"id": "letter", "title": "A letter", "text": "The sickness at the library was over within days."},
        ]
    )
    yield snapshot
    snapshot.close()


@pytest.mark.parametrize(
    "said",
    [
        "The guide says “{}”, and the sickness chapter says “{}”.",
        "On borrowing: “{}”. On sickness: “{}”.",
        "“{}” is what the guide has, while “{}” is about sickness.",
    ],
)
def test_of_quotations_that_are_exchanged_a_word_of_a_title_tells(shelves: Snapshot, said: str) -> None:
    right = verify(shelves, said.format(GUIDE, CHAPTER))
    assert [one.status for one in right.quotations] == ["exact", "exact"]
    exchanged = verify(shelves, said.format(CHAPTER, GUIDE))
    assert [one.status for one in exchanged.quotations] == ["elsewhere", "elsewhere"]


@pytest.mark.parametrize(
    ("said", "status"),
    [
        (f"Those on sickness leave were told: “{GUIDE}”.", "exact"),
        (f"Those on sickness leave were told: “{GUIDE}”, and then “{CHAPTER}”.", "exact"),
        (f"The guide to borrowing says “{CHAPTER}”.", "elsewhere"),
        (f"The guide to borrowing says that “{GUIDE}”.", "exact"),
    ],
)
def test_one_word_of_a_title_alone_tells_nothing_and_who_says_it_does(
    shelves: Snapshot, said: str, status: str
) -> None:
    assert verify(shelves, said).status == status


@pytest.mark.parametrize(
    ("beside", "status"),
    [
        ("(lending.md)", "exact"),
        ("(staff/2024-03-05 chapter 3.md)", "changed"),
        ("[1]\n\n[1] Libraries, Your guide to borrowing", "exact"),
        ("¹\n\n1 Chapter 3. Sickness", "changed"),
        ("[7]", None),
        ("(ibid.)", None),
    ],
)
def test_files_and_notes_of_ones_own_are_references(shelves: Snapshot, beside: str, status: str | None) -> None:
    verdict = verify(shelves, f"“{GUIDE}”{beside}")
    assert verdict.reference_status == status
    assert (verdict.status == "elsewhere") == (status == "changed")


@pytest.mark.parametrize(
    ("place", "is_right"), [("section 3.3", True), ("para 3.3", True), ("section 3.4", False), ("section 3", False)]
)
def test_the_number_of_a_heading_above_is_that_of_a_section(shelves: Snapshot, place: str, is_right: bool) -> None:
    verdict = verify(shelves, f"“Pay stops at noon on Friday” (Rules, {place})")
    assert verdict.reference_status == ("exact" if is_right else "changed")


def test_ibid_is_looked_for_where_the_quotation_before_stands(shelves: Snapshot) -> None:
    said = "“{}” (Libraries, Your guide to borrowing). “{}” (ibid.)"
    assert [one.status for one in verify(shelves, said.format(GUIDE, CHAPTER)).quotations] == ["exact", "elsewhere"]
    both = verify(shelves, said.format(GUIDE, "renew a book up to five times"))
    assert [one.reference_status for one in both.quotations] == ["exact", "exact"]


def test_of_quotations_that_stand_there_the_one_with_a_wrong_reference_is_the_worst(shelves: Snapshot) -> None:
    said = f"“{GUIDE}” (Libraries, Your guide to borrowing). “renew a book up to five times” (ibid., page 9)"
    verdict = verify(shelves, said)
    assert (verdict.status, verdict.reference_status) == ("exact", "changed")
    assert verdict.cited == "renew a book up to five times" and len(verdict.quotations) == 2


@pytest.mark.parametrize(("said", "is_right"), [("chapter 3, 5 March 2024", True), ("chapter 3, 6 March 2024", False)])
def test_the_day_in_the_name_of_a_file_is_one_of_its_document(shelves: Snapshot, said: str, is_right: bool) -> None:
    assert verify(shelves, f"“{CHAPTER}” (Sickness, {said})").reference_status == ("exact" if is_right else "changed")


@pytest.mark.parametrize(
    ("said", "status"),
    [
        (f"Kirkbury says “{ROOF}”", "elsewhere"),
        (f"Wendham says “{ROOF}”", "exact"),
        (f"Wendham, unlike Kirkbury, says “{ROOF}”", "exact"),
        (f"We read in 2021 that “{ROOF}”", "exact"),
        (f"In 2021 Wendham said “{ROOF}”", "exact"),
        (f"In 2023 Wendham said “{ROOF}”", "elsewhere"),
        (f"Inspectors found that “{ROOF}” and more", "exact"),
        (f"Wendham says “{ROOF}” and “the clerk has asked for three quotes”", "exact"),
        (f"“{ROOF}” and “the clerk has asked for three quotes”, says Wendham", "exact"),
        (f"“{ROOF}” and “the clerk has asked for three quotes”, says Kirkbury", "elsewhere"),
        (f"Wendham says “{ROOF}”. It is also known that “{HEATING}”.", "exact"),
    ],
)
def test_what_a_sentence_names_counts_for_its_quotations_alone(halls: Snapshot, said: str, status: str) -> None:
    verdict = verify(halls, said)
    assert verdict.status == status
    assert {one.status for one in verdict.quotations} <= {status}


@pytest.mark.parametrize("marks", ["‘{}’", "'{}'", "“{}”"])
def test_quotations_in_any_marks_are_told_apart(halls: Snapshot, marks: str) -> None:
    said = f"We know that {marks.format(ROOF)} and that {marks.format('the playgroup has moved to the chapel')}."
    assert [one.status for one in verify(halls, said).quotations] == ["exact", "exact"]
    wrong = verify(halls, said.replace("chapel", "church"))
    assert [one.status for one in wrong.quotations] == ["exact", "changed"]


def test_an_apostrophe_ends_no_quotation_in_single_marks(halls: Snapshot) -> None:
    said = "They say that ‘the councils’ rooms are for all of us’ there."
    assert (verify(halls, said).status, verify(halls, said).cited) == ("exact", "the councils’ rooms are for all of us")
    for own in (f"The councils' view is ‘{ROOF}’.", f"‘{ROOF}’ is the councils’ view.", f"Don't say '{ROOF}'."):
        assert (verify(halls, own).status, verify(halls, own).cited) == ("exact", ROOF)
    nested = verify(halls, f"She wrote “{ROOF}”, which we call a ‘leak’.")
    assert (nested.status, nested.unchecked) == ("exact", ("leak",))


@pytest.mark.parametrize(
    ("pasted", "status", "marks"),
    [
        ("“Lanes must be booked [six].”", "with_omissions", ["[six]"]),
        ("Lanes must be booked two days ahead [or more]", "with_omissions", ["[or more]"]),
        ("Lanes must be booked two days ahead [Leisure, Using the pool]", "exact", []),
        ("“Lanes must be booked two days ahead […]”", "exact", []),
    ],
)
def test_words_put_in_at_the_end_are_told_and_a_reference_is_none(
    held: Snapshot, pasted: str, status: str, marks: list[str]
) -> None:
    verdict = verify(held, pasted, "pool")
    assert (verdict.status, [one.mark for one in verdict.omissions]) == (status, marks)


TREES = "Members agreed to plant 300 trees at Priory Field"
PIER = "The pier is closed to carts"


@pytest.fixture(scope="module")
def meetings(snapshot_of: Callable[[Iterable[Mapping[str, str]]], Snapshot]) -> Iterator[Snapshot]:
    snapshot = snapshot_of(
        [
            {"id": "council", "title": "Minutes of Full Council", "text": f"{TREES}. They left."},
            {"id": "pier", "title": "The pier", "text": f"{PIER} (Harbours Act, 4 May 1904), and to horses."},
        ]
    )
    yield snapshot
    snapshot.close()


@pytest.mark.parametrize(
    "said",
    [
        "{} (Planning Committee, 3 June 2019)",
        "{} (minutes of 3 June 2019)",
        "{} (Licensing Sub-Committee minutes, 3/6/2019)",
        "{} (the Meeting of the Parks and Gardens Board in June 2019)",
        "{} – Planning Committee, 3 June 2019",
        "“{}” (Planning Committee, 3 June 2019)",
        "They say “{}” (Planning Committee, 3 June 2019).",
    ],
)
def test_exact_words_are_exact_beside_a_reference_to_a_meeting_that_is_not_held(meetings: Snapshot, said: str) -> None:
    verdict = verify(meetings, said.format(TREES))
    assert (verdict.status, verdict.document_id, verdict.cited) == ("exact", "council", TREES)
    assert (verdict.reference_status, verdict.title) == ("changed", "Minutes of Full Council")
    changed = verify(meetings, said.format(TREES.replace("300", "400")))
    assert [(one.cited, one.written) for one in changed.differences if not one.is_same] == [("400", "300")]


@pytest.mark.parametrize(
    "pasted",
    [
        f"{TREES} (at a cost of £400)",
        f"{TREES} (from 3 June 2024)",
        f"{TREES} (May 2024)",
        f"{TREES} – for Easter 2024",
        f"{PIER} (Harbours Act, 4 May 1905)",
        f"{PIER} (Ports Act, 4 May 1904)",
    ],
)
def test_brackets_that_add_to_words_or_alter_their_ending_are_no_reference(meetings: Snapshot, pasted: str) -> None:
    verdict = verify(meetings, pasted)
    assert verdict.status in ("changed", "not_found") and verdict.reference_status is None


@pytest.mark.parametrize(
    ("pasted", "perhaps"),
    [
        ("The inspectorate, Inspection of Tolworth council’s services, 3 March 2023, page 9", None),
        ("Inspection of Tolworth council’s services (The inspectorate, 2023)", None),
        ("The inspectorate, “Inspection of Tolworth council’s services”, 7 May 2019", None),
        ("Inspection of Tolworth council’s services", None),
        ("(Inspection of Tolworth council’s services)", None),
        ("Tolworth council’s services: inspection", None),
        ("Inspection of Tolworth council’s services, page 2", None),
        ("Tolworth Planning Committee, 3 June 2019", None),
        ("Harne Planning Committee, 3 June 2019", None),
        ("The inspectorate, Report on Harne council’s services, the Pier and the Parks, page 2", "harne-2023"),
    ],
)
def test_by_a_reference_with_names_of_no_document_none_goes(
    councils: Snapshot, pasted: str, perhaps: str | None
) -> None:
    verdict = verify(councils, pasted)
    assert (verdict.status, verdict.document_id, verdict.is_reference) == ("not_found", None, True)
    assert (verdict.perhaps and verdict.perhaps.document_id) == perhaps


@pytest.mark.parametrize(
    ("pasted", "meant"),
    [
        ("The inspectorate, Inspection of Marloww council’s services, 9 May 2023", "Marlow"),
        ("The inspectorate, Inspecton of Wendham council’s services, 1 June 2023", "Wendham"),
    ],
)
def test_a_slip_in_a_title_leads_to_the_document_of_that_title(councils: Snapshot, pasted: str, meant: str) -> None:
    verdict = verify(councils, pasted)
    found = verdict.perhaps or verdict
    assert found.title == f"Inspection of {meant} council’s services"


@pytest.mark.parametrize(
    "pasted",
    [
        "The town of Tolworth has a pier",
        "Tolworth knows its staff, and they act on what they hear, 2023",
        "Leaders of Tolworth council’s services know their staff, and act on what they hear.",
    ],
)
def test_a_sentence_with_other_names_is_no_reference(councils: Snapshot, pasted: str) -> None:
    assert not verify(councils, pasted).is_reference


def test_a_reference_that_names_the_publisher_has_no_other_names_in_its_place(councils: Snapshot) -> None:
    said = "“Leaders know their staff, and they act on what they hear.” (The inspectorate, Inspection of {} services)"
    wrong = verify(councils, said.format("Tolworth council’s"))
    assert (wrong.status, wrong.reference_status, wrong.reference_differences) == ("exact", "changed", ())
    right = verify(councils, said.format("Wendham council’s"))
    assert (right.status, right.reference_status) == ("exact", "exact")


LEAFLETS = (
    (
        "Burial service - leaflet B2",
        "HARROWDALE COUNCIL\nBURIAL SERVICE - LEAFLET B2\n\nGraves are leased for fifty years.",
    ),
    ("Staff rules – Section 8: Leave", "Staff rules – Section 8: Leave\n\n8.6.1 Leave is booked in March."),
    ("Board of works – minutes", "Board of works – minutes\n\nThe wall was repaired in May."),
)


@pytest.mark.parametrize("title", [title for title, _ in LEAFLETS])
def test_a_dash_in_a_title_parts_no_reference(snapshot_of: Callable[..., Snapshot], title: str) -> None:
    paper = {"published": "2026-04-03", "source": "Harrowdale Council"}
    held = snapshot_of([paper | {"title": named, "text": text} for named, text in LEAFLETS])
    whole = f"Harrowdale Council, {title}, published 3 April 2026"
    for pasted in (whole, f"{whole}, http://127.0.0.1:8000/documents/a?start=0&end=9&check=0a1b2c3d#cited"):
        verdict = verify(held, pasted)
        assert (verdict.status, verdict.reference_status, verdict.title) == ("exact", "exact", title)
    wrong = verify(held, whole.replace("2026", "2025"))
    assert "exact" not in (wrong.status, wrong.reference_status)
    assert verify(held, f"“Graves are leased for sixty years.” ({whole})").status in ("changed", "elsewhere")
    assert verify(held, f"Graves are leased for sixty years – {whole}").status != "exact"
