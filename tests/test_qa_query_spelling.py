"""Misspelt words are taken for words of the documents; right ones are left alone."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from index.encoder import HashingEncoder, load_encoder, whole_words
from index.snapshot import Snapshot
from qa.query import understand
from qa.query.lookup import Lookup
from qa.query.spelling import Correction, correct, corrected
from qa.query.tokens import tokenize
from tests.query_corpora import RIGHT_WORDS, TODAY, Made, corrections, places, read, read_for_slips


@pytest.mark.parametrize("place", ["Herefordshire", "Bolton", "Sutton", "Brighton"])
@pytest.mark.parametrize("slip", ["dropped", "doubled", "swapped"])
def test_a_slip_in_a_name_is_corrected_and_can_be_undone(reports: Snapshot, place: str, slip: str) -> None:
    wrong = {
        "dropped": place[:3] + place[4:],
        "doubled": place[:4] + place[3:],
        "swapped": place[:3] + place[4] + place[3] + place[5:],
    }[slip]
    for typed in (wrong, wrong.lower()):
        question = f"what was {typed}'s rating in 2017"
        query = read(question, reports)
        assert corrections(query) == [(f"{typed}'s", f"{place}'s")]
        assert query.question == f"what was {place}'s rating in 2017"
        assert [place in found for numbers in places(query, reports) for found in numbers] == [True]
        as_typed = understand(question, reports, today=TODAY, as_typed=True)
        assert (as_typed.question, as_typed.interpretation.mended, as_typed.documents) == (question, (), ())


@pytest.mark.parametrize(
    "question",
    [
        "How was Boston rated?",
        "what does a bolting horse do",
        "what did the sultan say of kant",
        "Is it brightening up?",
        "Is NEKT a gene?",
        "What do Frenchman and Korea have in common with Leaders?",
        "Were there midday or midway reviews in sutton?",
        "readings of the plan",
        "How was Sutton, Herefordshire, Bolton or Brighton rated?",
        "How were suttons and Boltons reports received?",
    ],
)
def test_a_word_that_is_right_is_never_corrected(reports: Snapshot, articles: Snapshot, question: str) -> None:
    assert corrections(read(question, reports)) == corrections(read(question, articles)) == []


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("what did the comissioner say", [("comissioner", "commissioner")]),
        ("what did the commisioner say", [("commisioner", "commissioner")]),
        ("what did the commissionerr say", [("commissionerr", "commissioner")]),
        ("what did the commissoiner say", [("commissoiner", "commissioner")]),
        ("what did the commissiomer say", [("commissiomer", "commissioner")]),
        ("what did the inspecter say", [("inspecter", "inspector")]),
        ("what did the comissioner's staff say", [("comissioner's", "commissioner's")]),
        ("Comissioner: who is it?", [("Comissioner", "Commissioner")]),
        ("who is the comissionér", [("comissionér", "commissioner")]),
        ("WHO IS THE COMISSIONER?", [("COMISSIONER", "COMMISSIONER")]),
        ("do famlies and referals matter", [("famlies", "families"), ("referals", "referrals")]),
        ("how many famillies were there", [("famillies", "families")]),
        ("what of its dominace", [("dominace", "dominance")]),
        ("Was the Comissioner paid?", [("Comissioner", "Commissioner")]),
        ("who met the famliy?", []),
        ("who met the cmmsisionr?", []),
    ],
)
def test_a_slip_in_an_ordinary_word_is_corrected_and_can_be_undone(
    notes: Snapshot, question: str, expected: list[tuple[str, str]]
) -> None:
    query = read_for_slips(question, notes)
    assert corrections(query) == expected
    understood = question
    for typed, meant in expected:
        understood = understood.replace(typed, meant)
    assert query.question == understood
    assert set(query.interpretation.terms) >= {meant for _, meant in expected if meant.islower()}
    assert all(question[each.start : each.end] == each.text for each in query.interpretation.mended)
    as_typed = read_for_slips(question, notes, as_typed=True)
    assert (as_typed.question, corrections(as_typed)) == (question, [])


@pytest.mark.parametrize(
    "question",
    [
        "does it bother anyone, and is it of any stature",
        "costing of the hall",
        "is there talcum powder",
        "who was handed what",
        "who is serving pain",
        "is it unplanned",
        "should there be more members",
        "Was Mr Statua there?",
        "Was Mrs Satue there?",
        "adoptive or adaptive plans",
        "a stat of hal",
        "2statue or 2,019 or famil1es",
        "what is it like on wednesdays or in decembr",
        "the of and",
    ],
)
def test_a_word_that_may_be_right_is_left_as_it_is(notes: Snapshot, question: str) -> None:
    assert corrections(read_for_slips(question, notes)) == []


def test_names_and_words_are_corrected_in_one_question(reports: Snapshot) -> None:
    query = read_for_slips("what was the inspecton of Herefordshre", reports)
    assert corrections(query) == [("inspecton", "inspection"), ("Herefordshre", "Herefordshire")]
    assert query.question == "what was the inspection of Herefordshire"


def test_an_encoder_that_knows_every_word_whole_leaves_ordinary_words_alone(notes: Snapshot) -> None:
    question = "what did the comissioner say"
    assert corrections(read(question, notes)) == []
    assert corrections(understand(question, notes, today=TODAY, is_word=whole_words(HashingEncoder()))) == []


def test_a_question_is_written_with_its_corrections() -> None:
    corrections = (Correction("Huml", 4, 8, "Hull"), Correction("gud", 12, 15, "good"))
    assert corrected("Was Huml so gud?", corrections) == "Was Hull so good?"
    assert corrected("Was Huml so gud?", ()) == "Was Huml so gud?"


def test_corrected_words_stand_where_they_were_typed(reports: Snapshot) -> None:
    lookup = Lookup(reports)
    typed = tokenize("Was the inspecton of Herefordshre's good", lookup)
    tokens, made = correct(typed, lookup, RIGHT_WORDS.__contains__)
    assert [(each.start, each.end) for each in tokens] == [(each.start, each.end) for each in typed]
    assert [(each.text, each.plain, each.name) for each in tokens][2:5] == [
        ("inspection", "inspection", ""),
        ("of", "of", ""),
        ("Herefordshre's", "herefordshre", "Herefordshire's"),
    ]
    assert [(each.text, each.start, each.end, each.mended) for each in made] == [
        ("inspecton", 8, 17, "inspection"),
        ("Herefordshre's", 21, 35, "Herefordshire's"),
    ]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("How was Hrefordshier rated?", [("Hrefordshier", "Herefordshire")]),
        ("How was Sutotn rated?", [("Sutotn", "Sutton")]),
        ("How was Herts rated?", []),
        ("How was Knet rated?", [("Knet", "Kent")]),
        ("how was knet rated", []),
        ("How was Kemt rated?", []),
        ("How was Kentt rated?", [("Kentt", "Kent")]),
        ("How was Bolten rated?", [("Bolten", "Bolton")]),
        ("how was bolten rated", []),
        ("How was Bolxon rated?", []),
        ("How was Aolton rated?", []),
        ("How was East Wendahm rated?", [("Wendahm", "Wendham")]),
        ("How was Bolton Wendahm rated?", []),
        ("What of COVID19 then?", [("COVID19", "COVID 19")]),
        ("what of covid19 then", []),
        ("What of Wakefield19?", []),
    ],
)
def test_a_name_is_corrected_only_where_the_slip_is_likely(
    reports: Snapshot, question: str, expected: list[tuple[str, str]]
) -> None:
    assert corrections(read(question, reports)) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("How was Hartsal rated?", [("Hartsal", "Hartsall")]),
        ("how was hartsal's school rated", [("hartsal's", "Hartsall's")]),
        ("How was Mendell rated?", [("Mendell", "Mendel")]),
        ("How was Hartsall or Mendel rated?", []),
        ("Who may enroll or enrol?", []),
        ("What did Robert say of Hartsall?", []),
    ],
)
def test_a_name_with_one_l_too_few_or_many_at_its_end_is_corrected_though_it_has_the_same_stem(
    snapshot_of: Made, question: str, expected: list[tuple[str, str]]
) -> None:
    text = "The school in {place} is good, as Mrs Roberts says. Pupils of {place} enrol in May."
    snapshot = snapshot_of(
        [{"title": f"Report on {place}", "text": text.format(place=place)} for place in ("Hartsall", "Mendel")]
    )
    assert corrections(read(question, snapshot)) == expected


@pytest.fixture(scope="module")
def measured() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("spelling.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def measured_snapshot(measured: dict[str, Any], snapshot_of: Made, repo_root: Path) -> Snapshot:
    samples = sorted((repo_root / "corpus" / "samples").rglob("*.md"))
    text = "The service in {place} was judged good. Leaders in {place} work well with schools."
    return snapshot_of(
        [
            *({"title": path.stem, "text": path.read_text(encoding="utf-8")} for path in samples),
            *({"title": f"Report on {place}", "text": text.format(place=place)} for place in measured["places"]),
        ]
    )


def test_of_two_hundred_slips_and_two_hundred_right_words_nearly_all_are_told(
    measured: dict[str, Any], measured_snapshot: Snapshot, models: Path
) -> None:
    is_word = whole_words(load_encoder("all-MiniLM-L6-v2", models))

    def meant(word: str) -> str | None:
        """What a word in a question is taken for; None where it is left alone."""
        question = f"How was {word} rated by them?" if word[0].isupper() else f"what do they say of {word} in it"
        query = understand(question, measured_snapshot, today=TODAY, is_word=is_word)
        return dict(corrections(query)).get(word)

    slips = {typed: (meant(typed), right) for typed, right in measured["slips"].items()}
    right_words = [*measured["right"]["words"], *measured["right"]["names"]]
    assert len(slips) == len(right_words) == 200
    assert sum(found == right for found, right in slips.values()) >= 174
    assert not [typed for typed, (found, right) in slips.items() if found not in (None, right)]
    assert sum(meant(word) is None for word in right_words) >= 193


def mended(question: str, snapshot: Snapshot, right: set[str]) -> list[str]:
    query = understand(question, snapshot, today=TODAY, is_word=right.__contains__)
    return [correction.mended for correction in query.interpretation.mended]


@pytest.mark.parametrize(
    ("question", "right", "expected"),
    [
        ("who gets help eraly", {"early", "help", "gets"}, ["early"]),
        ("who gets hepl early", {"early", "help", "gets"}, ["help"]),
        ("who gets hepl early", {"early", "gets"}, []),
        ("who gets hepl early", {"early", "help", "gets", "hepl"}, []),
        ("who gets hel early", {"early", "help", "gets"}, []),
        ("how is boltom rated", {"rated"}, ["Bolton"]),
        ("how is boltom rated", {"rated", "boltom"}, []),
    ],
)
def test_a_short_word_is_a_slip_of_a_common_word_only_and_a_name_in_small_letters_of_one_near_to_it(
    reports: Snapshot, question: str, right: set[str], expected: list[str]
) -> None:
    assert mended(question, reports, right) == expected


def test_a_short_word_that_may_be_either_of_two_is_left_as_it_is(snapshot_of: Made) -> None:
    seven = [{"title": f"Day {day}", "text": "They begin a game of chess behind the barn."} for day in range(7)]
    snapshot = snapshot_of(seven)
    assert mended("when do they begn", snapshot, {"begin", "behind"}) == ["begin"]
    both = snapshot_of([*seven, *({"title": f"Eve {day}", "text": "They began to sing."} for day in range(7))])
    assert mended("when do they begn", both, {"begin", "began"}) == []


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("hwo many families were there", [("hwo", "how")]),
        ("waht of the commissioner", [("waht", "what")]),
        ("Wen was it", [("Wen", "When")]),
        ("did teh chair come", [("teh", "the")]),
        ("whcih of the families", [("whcih", "which")]),
        ("what of dcs and sen", []),
        ("what of HWO", []),
        ("the WHO and teh", [("teh", "the")]),
    ],
)
def test_a_slip_in_a_word_that_asks_is_corrected(
    notes: Snapshot, question: str, expected: list[tuple[str, str]]
) -> None:
    query = read_for_slips(question, notes)
    assert corrections(query) == expected
    assert (query.interpretation.answer_type == "number") is question.startswith("hwo many")


def test_of_three_letters_only_a_swap_is_seen(snapshot_of: Made) -> None:
    snapshot = snapshot_of(
        [{"title": f"Hall {hall}", "text": "The key is kept with a cup and lent."} for hall in range(4)]
    )
    right = {"key", "cup", "lent"}
    assert mended("who has the kye", snapshot, right) == ["key"]
    assert mended("who has the kay or the len or cps", snapshot, right) == []


def test_one_word_is_left_as_it_is_typed_and_the_others_are_corrected(reports: Snapshot) -> None:
    question = "Was Herefrodshire's or Bolotn's rating good?"
    left = understand(question, reports, today=TODAY, plain=["herefrodshire's"])
    assert corrections(left) == [("Bolotn's", "Bolton's")]
    assert left.question == "Was Herefrodshire's or Bolton's rating good?"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("wat is the key for", ["what"]),
        ("Wat is the key for?", ["What"]),
        ("So, wat is the key for", []),
        ("wat the key is for", []),
        ("war is over", []),
    ],
)
def test_the_word_that_opens_a_question_is_corrected_though_its_slip_is_a_word(
    snapshot_of: Made, question: str, expected: list[str]
) -> None:
    snapshot = snapshot_of([{"title": "Hall", "text": "The key is kept with a cup."}])
    assert mended(question, snapshot, {"key", "wat", "war", "over"}) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("who has the keyss", ["keys"]),
        ("who has the keya", ["keys"]),
        ("what was removeed", ["removed"]),
        ("who has cots", []),
        ("do you emphasise it", []),
        ("what of the frontend", []),
        ("who is the keyee", []),
    ],
)
def test_forms_of_one_word_are_no_rivals_and_no_form_is_made_up(
    snapshot_of: Made, question: str, expected: list[str]
) -> None:
    text = "The key and the keys are kept. A fronted door was removed, and the coats with emphasis."
    snapshot = snapshot_of([{"title": f"Hall {hall}", "text": text} for hall in range(4)])
    right = {"key", "keys", "remove", "removed", "cot", "coats", "emphasize", "emphasis", "fronted"}
    assert mended(question, snapshot, right) == expected


def test_a_word_is_taken_for_its_other_spelling_where_the_documents_have_that(snapshot_of: Made) -> None:
    snapshot = snapshot_of([{"title": f"Plan {plan}", "text": "The plan was finalized."} for plan in range(4)])
    assert mended("when was it finalised", snapshot, {"finalized"}) == ["finalized"]
    assert mended("when was it emphasised", snapshot, {"emphasized"}) == []


def test_a_word_in_small_letters_with_two_slips_of_a_name_is_left_alone(snapshot_of: Made) -> None:
    snapshot = snapshot_of([{"title": "Report on Herefordshire", "text": "The service in Herefordshire is good."}] * 2)
    assert mended("how was herefordshaer rated", snapshot, {"rated"}) == ["Herefordshire"]
    assert mended("how was herefordshaer rated", snapshot, {"rated", "herefordshaer"}) == []
    assert mended("how was Herefordshaer rated", snapshot, {"rated", "herefordshaer"}) == ["Herefordshire"]
