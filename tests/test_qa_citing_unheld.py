"""A reference to what is not held is known by its form."""

from __future__ import annotations

import pytest

from qa.citing.unheld import names_in


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
