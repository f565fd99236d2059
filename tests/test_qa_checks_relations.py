"""Relation checks: what stands in another relation to what is asked about is no answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import pytest

from corpus.language.kinds import Value
from index.snapshot import Snapshot
from qa.checks.words import is_no_answer
from tests.words_shown import asked_of, no_answer, words_of

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]

STARTS = "Children aged 5 to 11 start in May. Those under 5 start in June."
CHECKED = "The kiln is checked every two years."
WHY_SOLD = "The shop was sold because it lost money."
WHY = f"{WHY_SOLD} The kiln was moved to the yard."
KILN = "If the kiln cracks, you pay £90. If it melts, you pay £400."
TREES = "The oak was felled in May. The elm was felled because it was ill."
DAMP = "Report leaks on 01774 555 210. Damp is reported online. Say where. Out of hours, ring 01774 555 999."


@pytest.fixture(scope="module")
def papers(snapshot_of: Made) -> Snapshot:
    return snapshot_of([{"title": "Pool", "text": "The pool is warm."}])


@pytest.mark.parametrize(
    ("question", "text", "sentence", "rejected"),
    [
        ("When was the kiln sold?", "The kiln was sold in May.", "The kiln was sold in May.", False),
        ("How far is it from the kiln to the shop?", "It is 2 miles to the kiln and 3 to the shop.", "2 miles", True),
        ("How far is it from the kiln to the shop?", "It is 2 miles from the kiln to the shop.", "2 miles", False),
        (
            "How late is the shop open in May?",
            "In May the shop closes at 2pm.",
            "In May the shop closes at 2pm.",
            False,
        ),
        ("Which shop is open in May?", "In May the shop is closed.", "In May the shop is closed.", True),
        ("When was the kiln sold?", "Say that the kiln was sold in May.", "in May", True),
        ("Was the kiln sold in May?", "Say that the kiln was sold in May.", "in May", False),
        ("Why was the kiln moved to the yard?", WHY, WHY_SOLD, True),
        ("Why was the shop sold?", WHY, WHY_SOLD, False),
        ("What was the effect of the kiln failing?", "The kiln failed in May.", "The kiln failed in May.", True),
        ("How often did cooks actually meet?", "Cooks must meet weekly.", "Cooks must meet weekly.", True),
        ("Who seconded the plan?", "Ada Moor proposed the plan.", "Ada Moor proposed the plan.", True),
        ("Who painted Ada Moor?", "Ada Moor painted Ben Carr.", "Ada Moor painted Ben Carr.", True),
        ("Who painted Ada Moor?", "Ben Carr painted Ada Moor.", "Ben Carr painted Ada Moor.", False),
        ("What did Ben Carr paint?", "Ada Moor painted pots, and Ben Carr sold them.", "painted pots", True),
        ("What did Ada Moor paint?", "Ada Moor painted pots, and Ben Carr sold them.", "painted pots", False),
        ("Did Ben Carr paint pots?", "Ada Moor painted pots, and Ben Carr sold them.", "painted pots", False),
        ("Did Ben Carr paint Ada Moor?", "Ada Moor painted Ben Carr.", "Ada Moor painted Ben Carr.", False),
        ("What do I pay if the kiln melts?", KILN, "If the kiln cracks, you pay £90.", True),
        ("What do I pay if the kiln melts?", KILN, "If it melts, you pay £400.", False),
        ("Do I pay if the kiln melts?", KILN, "If the kiln cracks, you pay £90.", False),
        ("Where do we fire pots if it rains?", "Unless it rains we fire in the yard.", "in the yard", True),
        ("Do we fire in the yard if it rains?", "Unless it rains we fire in the yard.", "in the yard", False),
        ("How long does a 3 litre pot take?", "A 2-litre pot takes a day.", "A 2-litre pot takes a day.", True),
        ("Does a 3 litre pot take a day?", "A 2-litre pot takes a day.", "A 2-litre pot takes a day.", False),
        ("How much is a second pot?", "A new pot is £9. Each further pot is £5.", "A new pot is £9.", True),
        ("How much is a second pot?", "A new pot is £9. Each further pot is £5.", "Each further pot is £5.", False),
        ("When was the kiln sold?", "The kiln was hired out in May. It was never sold.", "The kiln was hired", True),
        ("Was the kiln sold?", "The kiln was hired out in May. It was never sold.", "The kiln was hired", False),
        ("What is the rent per month?", "The rent is £20 a week.", "The rent is £20 a week.", True),
        ("What is the rent per week?", "The rent is £20 a week.", "The rent is £20 a week.", False),
        ("How much is a kiln?", "There are sixty kilns.", "sixty", True),
        ("How many kilns are there?", "There are sixty kilns.", "sixty", False),
        ("number of kilns", "A kiln is £60.", "£60", True),
        ("price of a kiln", "A kiln is £60.", "£60", False),
        ("How much is unglazed ware?", "Glazed ware is £4.", "Glazed ware is £4.", True),
        ("How much is glazed ware?", "Glazed ware is £4.", "Glazed ware is £4.", False),
        ("Is unglazed ware cheap?", "Glazed ware is cheap.", "Glazed ware is cheap.", False),
        ("When does the pool close?", "The pool is open until 8pm.", "8pm", False),
        ("Which glaze is stronger than tin?", "Ash glaze is weaker than tin.", "Ash glaze is weaker than tin.", True),
        ("Which glaze is weaker than tin?", "Ash glaze is weaker than tin.", "Ash glaze is weaker than tin.", False),
        ("Is ash glaze stronger than tin?", "Ash glaze is weaker than tin.", "Ash glaze is weaker than tin.", False),
        ("Which kiln is not used for bricks?", "Bricks are fired in the oak kiln.", "the oak kiln", True),
        ("Which kiln is used for bricks?", "Bricks are fired in the oak kiln.", "the oak kiln", False),
        ("Which kiln is not used for bricks?", "The elm kiln is unfit for bricks.", "The elm kiln", False),
        ("Which kiln is not used?", "Some stand idle or not in use. They are the oak kiln.", "the oak kiln", False),
        ("Is the kiln not used for bricks?", "Bricks are fired in the kiln.", "Bricks are fired", False),
        ("Who is banned from the yard?", "Potters are not banned from it.", "Potters are not banned from it.", True),
        (
            "Who is the treasurer of the Pot Guild?",
            "Ada Moor is the treasurer of the Clay Club.",
            "Ada Moor",
            True,
        ),
        ("What did Ada Moor sell?", "Ben Carr has a shop. He sold a kiln.", "He sold a kiln.", True),
        ("What did Ada Moor sell?", "Ada Moor has a shop. She sold a kiln.", "She sold a kiln.", False),
        ("What did Ada Moor sell?", "Ada Moor sat.\n\nBen Carr rose. He sold it.", "He sold it.", True),
        ("Did Ada Moor sell it?", "Ada Moor sat.\n\nBen Carr rose. He sold it.", "He sold it.", False),
        ("Who sold the kiln?", "It rained. She sold the kiln.", "She sold the kiln.", True),
        ("Who sold the kiln?", "It rained. The potter sold the kiln.", "The potter sold the kiln.", False),
        ("How much more than in 2024 was raised?", "We raised £90 more than in 2024.", "£90", False),
        ("Where do we meet?", "We meet on Monday 4 May at 6 pm.", "on Monday 4 May at 6 pm", True),
        ("Where do we meet?", "We meet on Monday 4 May in the hall.", "on Monday 4 May in the hall", False),
        ("When do we meet?", "We meet on Monday 4 May at 6 pm.", "on Monday 4 May at 6 pm", False),
        ("How long does the check take?", CHECKED, "every two years", True),
        ("How often is the kiln checked?", CHECKED, "every two years", False),
        ("What is a pot for a 9 yr old?", "Pot (adult) | £4", "Pot (adult) | £4", True),
        ("What is a pot for somebody aged 30?", "Pot (junior) | £4", "Pot (junior) | £4", True),
        ("How soon may a 3 year old start?", STARTS, "Children aged 5 to 11 start in May.", True),
        ("How soon may a 3 year old start?", STARTS, "Those under 5 start in June.", False),
        ("May a 3 year old start?", STARTS, "Children aged 5 to 11 start in May.", False),
        ("Why was the oak felled?", TREES, "The elm was felled because it was ill.", True),
        ("Why was the elm felled?", TREES, "The elm was felled because it was ill.", False),
        ("What number do I ring about damp?", DAMP, "Out of hours, ring 01774 555 999.", True),
        ("What number do I ring about leaks?", DAMP, "Report leaks on 01774 555 210.", False),
        ("What does a pot of 9 kg cost?", "up to 5 kg | £4", "up to 5 kg | £4", True),
        ("What does a pot of 3 kg cost?", "up to 5 kg | £4", "£4", False),
    ],
)
def test_what_stands_in_another_relation_is_no_answer(
    papers: Snapshot, question: str, text: str, sentence: str, rejected: bool
) -> None:
    assert no_answer(papers, question, text, sentence) is rejected


@pytest.mark.parametrize(("heading", "rejected"), [("Where visitors may not park", False), ("Parking", True)])
def test_a_heading_is_no_other_case_than_what_stands_below_it(heading: str, rejected: bool, papers: Snapshot) -> None:
    text = "Where visitors may not park\n\nThe yard and the lawn."
    asked = asked_of(papers, "Where are visitors not allowed to park?")
    assert is_no_answer(words_of(asked, text, "The yard", heading=heading)) is rejected


@pytest.mark.parametrize(("question", "rejected"), [("How many pots broke?", True), ("How many pans broke?", False)])
def test_a_number_of_what_stands_beside_what_is_counted_is_another(
    question: str, rejected: bool, papers: Snapshot
) -> None:
    text = "Six old pans broke. Pots and old pans are kept."
    words = words_of(asked_of(papers, question), text, "Six", value=(0, 3, Value("number", "Six", "6")))
    assert is_no_answer(words) is rejected
