"""Lists that stand in each other are as deep as they look."""

from __future__ import annotations

from corpus.word.depths import ListDepths


def test_a_list_farther_to_the_right_stands_in_the_item_above() -> None:
    depths = ListDepths()
    assert depths.add("numbers", 0, 360) == 1
    assert depths.add("letters", 0, 720) == 2
    assert depths.add("letters", 0, 720) == 2
    assert depths.add("letters", 1, 1080) == 3
    assert depths.add("numbers", 0, 360) == 1
    assert depths.add("bullets", 0, 360) == 1


def test_an_item_of_a_list_s_second_level_is_of_the_second_level() -> None:
    depths = ListDepths()
    assert depths.add("numbers", 1, 720) == 2
    assert depths.add("numbers", 0, 360) == 1


def test_what_closes_a_list() -> None:
    depths = ListDepths()
    depths.add("numbers", 0, 360)
    depths.add("letters", 0, 720)
    assert depths.within(720) == 2
    assert depths.within(400) == 1
    assert depths.within(0) == 0
    assert depths.within(720) == 0
    depths.add("numbers", 0, 360)
    depths.close()
    assert depths.add("letters", 0, 720) == 1


def test_any_number_of_lists() -> None:
    depths = ListDepths()
    assert {depths.add(f"list {number}", 0, 360) for number in range(200)} == {1}
    assert depths.add("list 0", 1, 720) == 2
