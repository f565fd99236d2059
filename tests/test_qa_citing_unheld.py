"""A reference to what is not held is known by its form."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping

import pytest

from index.snapshot import Snapshot
from qa.citing.unheld import meant_instead, names_in


@pytest.mark.parametrize(
    ("beside", "names"),
    [
        ("Planning Committee, 3 June 2019", ("planning", "committee")),
        ("the minutes of 3 June 2019", ("minutes",)),
        ("Board of Trustees, 3 June", ("board", "trustees")),
        ("3 June 2019", ()),
        ("on 3 June 2019", ()),
        ("Planning Committee", ()),
        ("Ada Moor, who left on 3 June 2019", ()),
        (f"{'Planning ' * 30}, 3 June 2019", ()),
    ],
)
def test_a_reference_has_a_day_and_names_alone(beside: str, names: tuple[str, ...]) -> None:
    assert names_in(beside) == names


def test_the_paper_that_is_meant_by_a_long_reference_is_soon_found_among_long_titles(
    snapshot_of: Callable[[Iterable[Mapping[str, str]]], Snapshot],
) -> None:
    places = [
        f"{first}{last}" for first in ("Bar", "Wick", "Ash", "Hol", "Mel") for last in ("ton", "ham", "ley", "by")
    ]
    titles = [f"{' '.join(places[n % 20 :] + places[: n % 20])} Well{n}" for n in range(300)]
    snapshot = snapshot_of({"title": title, "text": f"Words of paper {title[-3:]}."} for title in titles)
    said = f"Welk7 {' '.join(places)}, 3 June 2019"
    assert len(said) > 140
    started = time.process_time()
    meant = meant_instead(snapshot, said)
    taken = time.process_time() - started
    assert meant and meant.title == titles[7]
    assert taken < 0.15


def test_no_paper_is_meant_of_which_a_reference_has_few_words(
    snapshot_of: Callable[[Iterable[Mapping[str, str]]], Snapshot],
) -> None:
    snapshot = snapshot_of([{"title": "Welk minutes", "text": "The board met in the hall at noon."}])
    meant = meant_instead(snapshot, "Welk minutes, 3 June 2019")
    assert meant and meant.title == "Welk minutes"
    assert meant_instead(snapshot, "Welk, Brant, Corve, Dunstow and Elmere, 3 June 2019") is None
