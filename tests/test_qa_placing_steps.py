"""The step beside one that is named answers; where none stands beside it, nothing does."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from index.snapshot import Snapshot
from qa.pipeline import Assistant
from qa.placing.steps import SAID
from qa.request import AskRequest
from tests.builds import open_papers

BREAD = """# Harrow Mill bread machine

## Baking

1. Weigh the flour.
2. Fit the paddle.
3. Pour the water into the pan.
4. Add the flour and the salt.
5. Close the lid and press Start.
6. Turn the loaf out at once.

## Cleaning

1. Unplug the machine.
2. Wipe the lid with a damp cloth.
3. Wash the paddle after every loaf.

## Guarantee

The guarantee lasts two years. Before the first loaf the pan is rinsed.
"""


@pytest.fixture(scope="module")
def manual(assistant: Assistant, tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return open_papers({"bread.md": BREAD}, tmp_path_factory.mktemp("bread"), assistant.encoder)


@pytest.mark.parametrize(
    ("question", "step"),
    [
        ("What is the step after fitting the paddle on the bread machine?", "3. Pour the water into the pan."),
        ("What comes before closing the lid of the bread machine?", "4. Add the flour and the salt."),
        ("what do I do once I have poured the water into the pan", "4. Add the flour and the salt."),
        ("What comes after turning the loaf out of the bread machine?", None),
        ("What is the step before weighing the flour?", None),
        ("How long does the guarantee of the bread machine last?", "The guarantee lasts two years."),
        ("What comes after closing the door of the bread machine's oven?", None),
        ("What do I do after unplugging the kettle in the kitchen?", None),
    ],
)
def test_the_step_beside_one_that_is_named_answers(
    assistant: Assistant, manual: Snapshot, question: str, step: str | None
) -> None:
    answer = assistant.ask(manual, AskRequest(question, today=date(2026, 11, 29))).answer
    assert (answer and answer.quote) == step


@pytest.mark.parametrize(
    "question",
    ["What do I do after weighing the flour and the butter?", "What comes after adding the flour and the yeast?"],
)
def test_a_step_that_has_not_all_that_is_said_of_it_makes_nothing_surer(
    assistant: Assistant, manual: Snapshot, question: str
) -> None:
    assert assistant.ask(manual, AskRequest(question, today=date(2026, 11, 29))).confidence < SAID


def test_a_step_of_two_lists_makes_nothing_surer(assistant: Assistant, tmp_path: Path) -> None:
    papers = {
        "oven.md": "# Oven\n\n1. Unplug the machine.\n2. Take out the tray.\n3. Wash it.\n",
        "mixer.md": "# Mixer\n\n1. Unplug the machine.\n2. Lift off the bowl.\n3. Dry it.\n",
    }
    snapshot = open_papers(papers, tmp_path, assistant.encoder)
    question = "What comes after unplugging the machine?"
    assert assistant.ask(snapshot, AskRequest(question, today=date(2026, 11, 29))).confidence < SAID
