"""Relation checks: what stands in another relation to what is asked about is no answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import pytest

from index.snapshot import Snapshot
from qa.checks.words import is_no_answer
from tests.words_shown import asked_of, no_answer, words_of

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]

PUPILS = "1.1 Each may take 5 kg.\n\n1.2 All leave by nine.\n\n1.3 Paragraph 1.1 does not apply to pupils."
GUESTS = "The kiln may be used. This rule does not apply to guests."
STARTS = "Children aged 5 to 11 start in May. Those under 5 start in June."
CHECKED = "The kiln is checked every two years."
FEWER = "This is a fall from 12 kilns in 2014."
KILN = "If the kiln cracks, you pay £90. If it melts, you pay £400."


@pytest.fixture(scope="module")
def papers(snapshot_of: Made) -> Snapshot:
    return snapshot_of([{"title": "Pool", "text": "The pool is warm."}])


@pytest.mark.parametrize(
    ("question", "text", "sentence", "rejected"),
    [
        ("Which rule is on dentists?", "See one yearly (paragraph 57).", "(paragraph 57)", True),
        (
            "Which rule is on dentists?",
            "See one yearly (paragraphs 41, 42 and 57).",
            "(paragraphs 41, 42 and 57)",
            True,
        ),
        ("Which paragraph is on dentists?", "See one yearly (paragraph 57).", "(paragraph 57)", False),
        ("Which rule is on dentists?", "See one yearly (paragraph 57).", "See one yearly (paragraph 57).", False),
        ("Why did the glaze run?", "The glaze run led to a fire.", "The glaze run led to a fire.", True),
        ("Why was there a fire?", "Runny glaze led to the fire.", "Runny glaze led to the fire.", False),
        ("Why was the kiln sold?", "The kiln was sold in May.", "The kiln was sold in May.", True),
        ("When was the kiln sold?", "The kiln was sold in May.", "The kiln was sold in May.", False),
        ("When did the kiln crack?", "It was mended on 3 May 2026 after the kiln cracked.", "3 May 2026", True),
        ("When was it mended?", "It was mended on 3 May 2026 after the kiln cracked.", "3 May 2026", False),
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
        ("How much clay may pupils take?", PUPILS, "1.1 Each may take 5 kg.", True),
        ("How much clay may potters take?", PUPILS, "1.1 Each may take 5 kg.", False),
        ("When must pupils leave?", PUPILS, "1.2 All leave by nine.", False),
        ("May guests use the kiln?", GUESTS, "The kiln may be used.", True),
        ("May potters use the kiln?", GUESTS, "The kiln may be used.", False),
        ("Why did the kiln shut?", "They considered shutting the kiln, but kept it.", "They considered", True),
        ("Why did the kiln shut?", "They considered it, and the kiln shut as it had cracked.", "as it had", False),
        ("How long does a 3 litre pot take?", "A 2-litre pot takes a day.", "A 2-litre pot takes a day.", True),
        ("Does a 3 litre pot take a day?", "A 2-litre pot takes a day.", "A 2-litre pot takes a day.", False),
        ("How much is a second pot?", "A new pot is £9. Each further pot is £5.", "A new pot is £9.", True),
        ("How much is a second pot?", "A new pot is £9. Each further pot is £5.", "Each further pot is £5.", False),
        ("When was the kiln sold?", "The kiln was hired out in May. It was never sold.", "The kiln was hired", True),
        ("Was the kiln sold?", "The kiln was hired out in May. It was never sold.", "The kiln was hired", False),
        ("How many pots are still cracked?", "We saw 9 cracked pots. All pots were then repaired.", "We saw 9", True),
        ("How many pots were cracked?", "We saw 9 cracked pots. All pots were then repaired.", "We saw 9", False),
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
        ("Which pots are fired twice?", "Some pots are fired twice.", "Some pots", True),
        ("Are pots fired twice?", "Some pots are fired twice.", "Some pots are fired twice.", False),
        (
            "Who is the treasurer of the Pot Guild?",
            "Ada Moor is the treasurer of the Clay Club.",
            "Ada Moor",
            True,
        ),
        ("Who led the visit to Mill School?", "Chair of governors: Ada Moor", "Chair of governors: Ada Moor", True),
        ("Who ran the review?", "Chair of trustees ...... Ada Moor", "Chair of trustees ...... Ada Moor", True),
        ("Who leads the governors?", "Chair of governors: Ada Moor", "Chair of governors: Ada Moor", False),
        ("Who led the visit?", "Lead inspector: Ada Moor", "Lead inspector: Ada Moor", False),
        (
            "Who led the visit?",
            "The chair of governors, Ada Moor, led it.",
            "The chair of governors, Ada Moor, led it.",
            False,
        ),
        ("What has to be better?", "18. The kiln is old.", "18", True),
        ("What has to be better?", "18. The kiln is old.", "18. The kiln is old.", False),
        ("What is the third step?", "1. Knead the clay.\n2. Throw the pot.", "Throw the pot.", True),
        ("What did Ada Moor sell?", "Ben Carr has a shop. He sold a kiln.", "He sold a kiln.", True),
        ("What did Ada Moor sell?", "Ada Moor has a shop. She sold a kiln.", "She sold a kiln.", False),
        ("What did Ada Moor sell?", "Ada Moor sat.\n\nBen Carr rose. He sold it.", "He sold it.", True),
        ("Did Ada Moor sell it?", "Ada Moor sat.\n\nBen Carr rose. He sold it.", "He sold it.", False),
        ("Who sold the kiln?", "It rained. She sold the kiln.", "She sold the kiln.", True),
        ("Who sold the kiln?", "It rained. The potter sold the kiln.", "The potter sold the kiln.", False),
        ("How much was raised in 2024?", "We raised £90, twice what was raised in 2024.", "£90", True),
        ("How much was raised in 2025?", "In 2025 we raised £90, more than in 2024.", "£90", False),
        ("How much was raised in 2024?", "We raised £90, up from £40 in 2024.", "£40", False),
        ("How much more than in 2024 was raised?", "We raised £90 more than in 2024.", "£90", False),
        ("Where do we meet?", "We meet on Monday 4 May at 6 pm.", "on Monday 4 May at 6 pm", True),
        ("Where do we meet?", "We meet on Monday 4 May in the hall.", "on Monday 4 May in the hall", False),
        ("When do we meet?", "We meet on Monday 4 May at 6 pm.", "on Monday 4 May at 6 pm", False),
        ("How often is the kiln cleaned?", f"{CHECKED} It was last cleaned in May.", CHECKED, False),
        ("How often is the kiln cleaned?", f"{CHECKED} The kiln was last cleaned in May.", CHECKED, True),
        ("Is the kiln cleaned often?", f"{CHECKED} The kiln was last cleaned in May.", CHECKED, False),
        ("How long does the check take?", CHECKED, "every two years", True),
        ("How often is the kiln checked?", CHECKED, "every two years", False),
        ("What is a pot for a 9 yr old?", "Pot (adult) | £4", "Pot (adult) | £4", True),
        ("What is a pot for somebody aged 30?", "Pot (junior) | £4", "Pot (junior) | £4", True),
        ("How soon may a 3 year old start?", STARTS, "Children aged 5 to 11 start in May.", True),
        ("How soon may a 3 year old start?", STARTS, "Those under 5 start in June.", False),
        ("May a 3 year old start?", STARTS, "Children aged 5 to 11 start in May.", False),
        ("What does a pot of 9 kg cost?", "up to 5 kg | £4", "up to 5 kg | £4", True),
        ("What does a pot of 3 kg cost?", "up to 5 kg | £4", "£4", False),
    ],
)
def test_what_stands_in_another_relation_is_no_answer(
    papers: Snapshot, question: str, text: str, sentence: str, rejected: bool
) -> None:
    assert no_answer(papers, question, text, sentence) is rejected


def test_a_rule_may_be_taken_away_far_from_where_it_stands(snapshot_of: Made) -> None:
    told = snapshot_of([{"id": "report", "title": "Report", "text": "9.9 Paragraph 1.1 does not apply to pupils."}])
    assert no_answer(told, "How much clay may pupils take?", "1.1 Each may take 5 kg.")
    assert not no_answer(told, "How much clay may potters take?", "1.1 Each may take 5 kg.")
    assert not no_answer(told, "How much clay may pupils take?", "1.2 Each may take 5 kg.")


@pytest.mark.parametrize(("heading", "rejected"), [("Where visitors may not park", False), ("Parking", True)])
def test_a_heading_is_no_other_case_than_what_stands_below_it(heading: str, rejected: bool, papers: Snapshot) -> None:
    text = "Where visitors may not park\n\nThe yard and the lawn."
    asked = asked_of(papers, "Where are visitors not allowed to park?")
    assert is_no_answer(words_of(asked, text, "The yard", heading=heading)) is rejected


@pytest.mark.parametrize(
    ("question", "rejected"),
    [("How many cracked pots were there in 2014?", True), ("How many kilns were there in 2014?", False)],
)
def test_the_change_of_another_figure_is_no_answer(snapshot_of: Made, question: str, rejected: bool) -> None:
    text = f"We had 9 kilns. {FEWER}"
    papers = snapshot_of([{"title": "Kilns", "text": text}, {"title": "Pots", "text": "Cracked pots are thrown out."}])
    assert no_answer(papers, question, text, FEWER) is rejected
