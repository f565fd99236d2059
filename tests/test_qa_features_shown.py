"""Features of words that may be shown: what they say of the question, beside what speaks for their passage."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from corpus.language.kinds import Value
from index.snapshot import Snapshot
from qa.features import FEATURES
from qa.features.confidence import CONFIDENCE_FEATURES, RERANKED_CONFIDENCE_FEATURES
from qa.features.shown import READ_WORDS_FEATURES, WORDS_FEATURES
from qa.passages.asked import Asked
from qa.query.entities import Name
from tests.words_shown import asked_of, words_of

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]
OPENED = Value("date", "May 1901", "1901-05")


@pytest.fixture(scope="module")
def papers(snapshot_of: Made) -> Snapshot:
    return snapshot_of(
        [
            {"title": "Pool", "text": "The pool has a roof of slate. The pool opened in May 1901."},
            {"title": "Hall", "text": "The hall was opened by Ada Moor. It has a new roof."},
            {"title": "Library", "text": "The library is open at noon."},
        ]
    )


def known(asked: Asked, text: str, quote: str = "", **more: Any) -> dict[str, float]:
    """What is known of some words before a reranker has read them."""
    words = words_of(asked, text, quote, **more)
    return {feature.name: feature.compute(words) for feature in WORDS_FEATURES}


def feature(name: str, asked: Asked, text: str, quote: str = "", **more: Any) -> float:
    return WORDS_FEATURES[name].compute(words_of(asked, text, quote, **more))


def test_what_speaks_for_a_passage_speaks_for_its_words_with_the_same_sign(papers: Snapshot) -> None:
    asked = asked_of(papers, "When did the pool open?")
    set_before = {name: 0.25 + place / 64 for place, name in enumerate(FEATURES.names)}
    words = words_of(asked, "The pool opened.", known=set_before, said=((2.0, 3.0), (4.0, 1.0)))
    for own, theirs in (
        (WORDS_FEATURES, CONFIDENCE_FEATURES),
        (READ_WORDS_FEATURES, RERANKED_CONFIDENCE_FEATURES),
    ):
        assert own.names[: len(theirs)] == theirs.names
        assert all(own[each.name].sign == each.sign and own[each.name].group == each.group for each in theirs)
        assert {name: own[name].compute(words) for name in theirs.names} == {
            each.name: each.compute(words.placed) for each in theirs
        }
    assert READ_WORDS_FEATURES["reranker_best"].compute(words) == pytest.approx(0.4)
    assert READ_WORDS_FEATURES["reader_best"].compute(words) == pytest.approx(0.3)


def test_what_the_reader_makes_of_a_sentence_alone_counts_in_place_of_what_it_makes_of_the_passage(
    papers: Snapshot,
) -> None:
    words = words_of(asked_of(papers, "When did the pool open?"), "The pool opened.", known={"reader_margin": 0.4})
    alone = READ_WORDS_FEATURES["reader_alone"]
    assert alone.compute(words) == 0.4
    assert alone.compute(replace(words, span=replace(words.span, alone=-3.0))) == pytest.approx(-0.3)
    assert alone.compute(replace(words, span=replace(words.span, alone=0.0))) == 0
    unread = words_of(words.asked, "The pool opened.", known={"reader_margin": 0.0, "reranker_logit": -0.2})
    assert alone.compute(unread) == -0.2, "what says nothing of answers tells by how relevant it finds the passage"


def test_both_sets_tell_the_same_of_the_words_themselves() -> None:
    own, read = (
        {each.name: each.sign for each in every if each.name not in theirs.names}
        for every, theirs in (
            (WORDS_FEATURES, CONFIDENCE_FEATURES),
            (READ_WORDS_FEATURES, RERANKED_CONFIDENCE_FEATURES),
        )
    )
    assert own | {"reader_likes": "for", "reader_alone": "for", "sentences": "either"} == read
    assert {name for name, sign in own.items() if sign == "for"} == {
        "behind",
        "value_given",
        "sentence_coverage",
        "led_coverage",
        "list_asked",
        "row_named",
        "cell_named",
    }
    assert {name for name, sign in own.items() if sign == "against"} == {
        "value_missing",
        "cell_unsaid",
        "kind_unsaid",
        "covered_elsewhere",
        "opposite",
        "planned",
        "heading",
        "other_year",
        "names_unsaid",
        "names_absent",
        "person_missing",
        "other_label",
        "unsettled",
    }


@pytest.mark.parametrize(
    ("score", "scores", "behind"), [(1.5, (1.5, 1.0), 0.0), (1.0, (3.5, 1.0), -2.5), (4.0, (3.5, 1.0), 0.0)]
)
def test_a_passage_is_as_far_behind_as_its_score(
    papers: Snapshot, score: float, scores: tuple[float, ...], behind: float
) -> None:
    asked = asked_of(papers, "When did the pool open?")
    assert feature("behind", asked, "The pool opened.", score=score, scores=scores) == behind


@pytest.mark.parametrize(
    ("question", "kind", "certain"),
    [
        ("When did the pool open?", "date", True),
        ("How many people use the pool?", "number", True),
        ("How was the pool rated?", "rating", True),
        ("Who opened the hall?", "person", False),
        ("Did the pool open?", "yes_no", False),
        ("Why is the roof new?", "reason", False),
        ("What are the duties of the hall?", "list", False),
        ("What is on the roof?", "other", False),
    ],
)
def test_a_value_is_missed_only_where_it_could_be_seen(
    papers: Snapshot, question: str, kind: str, certain: bool
) -> None:
    asked, text = asked_of(papers, question), "The pool opened in May 1901."
    assert asked.answer_type == kind
    without, given = known(asked, "The pool opened."), known(asked, text, value=(19, 27, OPENED))
    assert (without["value_given"], without["value_missing"]) == (0.0, float(certain))
    assert (given["value_given"], given["value_missing"]) == (1.0, 0.0)
    for each in ("yes_no", "list", "reason", "other"):
        assert without[f"asks_{each}"] == float(kind == each)


@pytest.mark.parametrize(
    ("question", "text", "missing"),
    [
        ("When is the pool open?", "The pool is open on Mondays.", False),
        ("When is the pool open?", "The pool is open to all.", True),
        ("How many people use the pool?", "None use it.", False),
        ("How many people use the pool?", "Children use it.", True),
    ],
)
def test_words_without_a_value_may_say_when_or_how_much(
    papers: Snapshot, question: str, text: str, missing: bool
) -> None:
    assert feature("value_missing", asked_of(papers, question), text) == float(missing)


@pytest.mark.parametrize(("quote", "named"), [("£4", 0.5), ("Big hall", 0.0), ("£9", 0.0)])
def test_the_name_of_a_row_may_be_asked_for(papers: Snapshot, quote: str, named: float) -> None:
    text = "Big hall | £4\n\nPool | £9"
    assert feature("row_named", asked_of(papers, "What does the hall cost?"), text, quote) == named


@pytest.mark.parametrize(
    ("question", "text", "quote", "named", "unsaid"),
    [
        ("What is the roof of the big hall?", "Big hall | £4", "£4", 1.0, True),
        ("What is the fee for the pool?", "Big hall | £4", "£4", 0.0, True),
        ("What is the fee for the pool?", "Big hall | £4", "Big hall", 0.0, False),
        ("What is the slate fee?", "Slate fee: £4", "£4", 1.0, False),
        ("What is the fee for the roof?", "The roof has a fee of £4.", "£4", 0.0, False),
    ],
)
def test_what_names_a_cell_or_a_value_may_be_what_is_asked(
    papers: Snapshot, question: str, text: str, quote: str, named: float, unsaid: bool
) -> None:
    found = known(asked_of(papers, question), text, quote)
    assert (found["cell_named"], found["cell_unsaid"] > 0) == (named, unsaid)


@pytest.mark.parametrize(
    ("quote", "words", "whole"),
    [("The pool opened in May 1901.", 6, 1.0), ("May 1901", 2, 0.0), ("1901", 1, 0.0), ("in  May\n1901", 3, 0.0)],
)
def test_words_are_counted_and_may_be_a_whole_sentence(papers: Snapshot, quote: str, words: int, whole: float) -> None:
    text = "It has a roof. The pool opened in May 1901." if quote[0] != "i" else "It opened in  May\n1901."
    found = known(asked_of(papers, "When did the pool open?"), text, quote)
    assert found["words"] == pytest.approx(math.log(words)) and found["whole_sentence"] == whole


def test_words_and_their_sentence_and_what_leads_in_hold_so_much_of_the_question(papers: Snapshot) -> None:
    asked = asked_of(papers, "Which roof of slate does the pool have?")
    idf, text = asked.term_idf, "It is old. The roof is of slate."
    assert set(idf) >= {"roof", "slate", "pool"} and len({idf["roof"], idf["slate"]}) == 2
    whole = sum(idf.values())
    bare = known(asked, text, "slate")
    assert bare["quote_coverage"] == pytest.approx(idf["slate"] / whole)
    assert bare["sentence_coverage"] == pytest.approx((idf["slate"] + idf["roof"]) / whole)
    assert bare["led_coverage"] == pytest.approx(bare["sentence_coverage"])
    for around in ("heading", "context"):
        led = known(asked, text, "slate", **{around: "The pool"})
        assert led["led_coverage"] == pytest.approx((idf["slate"] + idf["roof"] + idf["pool"]) / whole)
        assert (led["quote_coverage"], led["sentence_coverage"]) == (bare["quote_coverage"], bare["sentence_coverage"])
    assert known(asked, text, "slate", title="The pool")["led_coverage"] > bare["led_coverage"]
    assert known(asked, text, "It is old.")["sentence_coverage"] == 0.0


def test_so_much_of_a_question_for_several_things_stands_above_the_list_of_words(snapshot_of: Made) -> None:
    text = "# Hire\n\nTo improve the pool we must buy:\n\n- slates\n- lamps\n\nThe hall is new.\n\n## Baths\n\n- towels"
    text += "\n\n# Pool\n\n3. It has lamps.\n4. It has steps."
    snapshot = snapshot_of([{"title": "Hire", "text": text}, {"title": "Parks", "text": "Lamps and a pool."}])
    passage = snapshot.passages([0])[0]

    def share(question: str, quote: str) -> float:
        words = words_of(asked_of(snapshot, question), passage.text, quote, title="Hire")
        return WORDS_FEATURES["list_asked"].compute(replace(words, passage=passage))

    for quote in ("- slates\n- lamps", "lamps", "To improve the pool we must buy:"):
        assert share("What must we buy to improve the pool?", quote) == 1.0
    assert share("What must we buy for a better pool?", "lamps") == 1.0
    assert 0 < share("What must we buy to improve the hall pool?", "- slates\n- lamps") < 1
    assert share("Which things must we buy that zebras like?", "- slates\n- lamps") == 0.0, "nobody tells of zebras"
    assert share("Which lamps must we buy?", "lamps") == 0.0, "an item is asked for by itself"
    assert share("What is the pool?", "lamps") == 0.0, "one thing is asked for"
    assert share("Must we buy lamps to improve the pool?", "lamps") == 0.0
    assert share("What must we buy to improve the pool?", "The hall is new.") == 0.0
    assert share("What towels are in the baths?", "towels") == 0.0, "one item is no list"
    assert share("What things has the pool?", "It has steps.") == 0.0, "numbers of paragraphs go on"
    assert share("What must we buy for better hire?", "lamps") == 1.0, "the title has the name"
    assert share("What kinds of things must we buy to improve the pool?", "lamps") == 1.0, "any items are called so"
    assert share("How should we improve the pool?", "lamps") == 1.0, "how something is done is asked"
    assert share("What must we buy to improve the pool in 2018?", "lamps") == 0.0, "nothing is of that year"
    assert share("How should we heat the pool?", "lamps") == 0.0, "what leads into it does not say how"


@pytest.mark.parametrize(
    ("question", "sentence", "opposite", "planned", "negated"),
    [
        ("When did the pool open?", "The pool closed in May.", 1.0, 0.0, 0.0),
        ("Did the pool open?", "The pool closed in May.", 0.0, 0.0, 0.0),
        ("When did the pool open?", "The pool will open in May.", 0.0, 1.0, 0.0),
        ("When does the pool open?", "The pool will open in May.", 0.0, 0.0, 0.0),
        ("When did the pool open?", "The pool has no roof.", 0.0, 0.0, 1.0),
        ("When did the pool open?", "The pool opened in May.", 0.0, 0.0, 0.0),
    ],
)
def test_a_sentence_may_say_the_opposite_or_a_plan_or_that_it_is_not_so(
    papers: Snapshot, question: str, sentence: str, opposite: float, planned: float, negated: float
) -> None:
    text = f"No plan was closed and will not be. {sentence} It will be shut, not opened."
    found = known(asked_of(papers, question), text, sentence[:8])
    assert (found["opposite"], found["planned"], found["negated"]) == (opposite, planned, negated)


@pytest.mark.parametrize(
    ("quote", "is_heading"),
    [("Pool roof", 1.0), ("Pool\n roof", 1.0), ("Plans", 1.0), ("roof", 0.0), ("Plans > Pool roof", 0.0)],
)
def test_words_that_are_a_heading_are_known_by_it(papers: Snapshot, quote: str, is_heading: float) -> None:
    asked = asked_of(papers, "What is on the pool?")
    assert feature("heading", asked, f"{quote}\n\nIt leaks.", quote, heading="Plans > Pool roof") == is_heading


@pytest.mark.parametrize(
    ("question", "sentence", "other"),
    [
        ("Who led the pool in 2014?", "It was led by Ada Moor in 2015.", 1.0),
        ("Who led the pool in 2014?", "It was led by Ada Moor in 2014 and 2015.", 0.0),
        ("Who led the pool in 2014?", "It was led by Ada Moor.", 0.0),
        ("Who led the pool?", "It was led by Ada Moor in 2015.", 0.0),
    ],
)
def test_a_sentence_of_other_years_than_those_asked_about_is_known_by_it(
    papers: Snapshot, question: str, sentence: str, other: float
) -> None:
    text = f"In 2013 it rained. {sentence} In 2016 it snowed."
    assert feature("other_year", asked_of(papers, question), text, sentence) == other


@pytest.mark.parametrize("around", ["", "title", "heading", "context"])
def test_the_share_of_names_that_the_words_do_not_stand_under(papers: Snapshot, around: str) -> None:
    asked = asked_of(papers, "Who led it?")
    names = (
        Name("Marlow Vale", 0, 11, 1, True),
        Name("Ada Moor", 0, 8, 0, True),
        Name("Thornby", 0, 7, 0, False),
    )
    interpretation = replace(asked.query.interpretation, names=names)
    named = replace(asked, query=replace(asked.query, interpretation=interpretation))
    text = "Ada Moor and Marlow Vale are known. It was led by ADA MOOR of Marlow. Marlow Vale is large."
    more = {around: "Minutes of Marlow Vale"} if around else {}
    assert feature("names_unsaid", named, text, "It was led by", **more) == (0.0 if around else 0.5)
    assert feature("names_unsaid", named, text, "Marlow Vale is large", **more) == 0.5
    assert feature("names_unsaid", named, "It is.", **more) == (0.5 if around else 1.0)
    unknown = replace(asked, query=replace(asked.query, interpretation=replace(interpretation, names=names[2:])))
    assert feature("names_unsaid", unknown, text, **more) == 0.0


@pytest.mark.parametrize(
    ("question", "sentence", "missing"),
    [
        ("Who led the pool?", "It was led by a head.", 1.0),
        ("Who led the pool?", "It was led by Ada Moor.", 0.0),
        ("When was it led?", "It was led by a head.", 0.0),
    ],
)
def test_a_person_who_is_asked_for_is_missed_where_nobody_is_named(
    papers: Snapshot, question: str, sentence: str, missing: float
) -> None:
    text = f"Bo Hale spoke. {sentence}"
    assert feature("person_missing", asked_of(papers, question), text, sentence) == missing


@pytest.mark.parametrize(
    ("question", "line", "other"),
    [
        ("Who reviewed the pool?", "Lead inspector: Ada Moor", 1.0),
        ("Who was the lead inspector?", "Lead inspector: Ada Moor", 0.0),
        ("Who reviewed the pool?", "It was said of the roof: Ada Moor", 0.0),
        ("Who reviewed the pool?", "Ada Moor led it.", 0.0),
    ],
)
def test_words_beside_a_label_of_something_else_are_known_by_it(
    papers: Snapshot, question: str, line: str, other: float
) -> None:
    assert feature("other_label", asked_of(papers, question), f"Pool\n{line}\nRoof", "Ada Moor") == other


def test_a_name_is_absent_where_the_document_has_it_nowhere(snapshot_of: Made) -> None:
    papers = snapshot_of(
        [
            {"id": "report", "title": "Amber", "text": "A guide to Amber."},
            {"id": "wick", "title": "Wick", "text": "Of Wick."},
        ]
    )
    assert feature("names_absent", asked_of(papers, "Who leads Wick?"), "A guide to Amber.") == 1.0
    assert feature("names_absent", asked_of(papers, "Who leads Amber?"), "A guide.") == 0.0


def test_of_several_lines_that_with_the_value_tells_the_year(papers: Snapshot) -> None:
    text = "Send it by 18 May 2021\nSay how it helps the plan for 2025"
    value = (11, 22, Value("date", "18 May 2021", "2021-05-18"))
    asked = asked_of(papers, "When was the deadline in 2025?")
    assert feature("other_year", asked, text, text, value=value) == 1.0
    assert feature("other_year", asked, text, text) == 0.0


def test_words_have_their_line_and_all_that_stands_around_them(papers: Snapshot) -> None:
    asked = asked_of(papers, "When did the pool open?")
    words = words_of(asked, "Pool\nOpened: May 1901\nRoof", "May", title="Plan", heading="A > B", context="Led by:")
    assert (words.quote, words.line) == ("May", "Opened: May 1901")
    assert words.surroundings.split("\n") == ["Plan", "A > B", "Led by:", "Pool", "Opened: May 1901", "Roof"]
    assert words_of(asked, "Pool\nRoof", "Pool").line == "Pool" and words_of(asked, "Pool\nRoof", "Roof").line == "Roof"


@pytest.mark.parametrize(
    ("question", "text", "quote", "unsaid"),
    [
        ("By how much will garage rents rise?", "Rents will rise by 7%.", "7%", True),
        ("By how much will garage rents rise?", "Garage rents will rise by 7%.", "7%", False),
        ("How many trees are there?", "There are 212 trees.", "212", False),
        ("How many cherry trees are there?", "There are 212 trees.", "212", True),
    ],
)
def test_a_kind_that_nothing_says_is_known(
    papers: Snapshot, question: str, text: str, quote: str, unsaid: bool
) -> None:
    assert (known(asked_of(papers, question), text, quote)["kind_unsaid"] > 0) is unsaid


def test_a_sentence_elsewhere_may_hold_more_of_the_question(papers: Snapshot) -> None:
    asked = asked_of(papers, "When did the pool open its roof?")
    text = "It opened in 1901. The pool has a roof."
    assert known(asked, text, "1901")["covered_elsewhere"] > 0
    assert known(asked, "The pool had its roof in 1901.", "1901")["covered_elsewhere"] == 0


def test_what_words_stand_under_is_not_elsewhere(papers: Snapshot) -> None:
    asked = asked_of(papers, "Which rooms have a roof and a pool?")
    lead = "Rooms with a roof and a pool:"
    text = f"{lead}\n\n• Ashgrove\n• Northgate"
    assert known(asked, text, "• Ashgrove", context=lead)["covered_elsewhere"] == 0
    assert known(asked, text, "• Ashgrove", context="Opening hours:")["covered_elsewhere"] > 0
