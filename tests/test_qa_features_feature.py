"""Features: one declaration gives the name, the sign, the group and the column."""

from __future__ import annotations

import pytest

from qa.features.feature import Bounds, Feature, FeatureSet, Sign


def made(name: str, sign: Sign = "for", group: str = "one", also: tuple[str, ...] = ()) -> Feature[float, float]:
    return Feature(name, sign, group, lambda given: 2 * given, also=also)


@pytest.mark.parametrize(("sign", "bounds"), [("for", (0.0, None)), ("against", (None, 0.0)), ("either", (None, None))])
def test_the_sign_bounds_the_weight(sign: Sign, bounds: Bounds) -> None:
    assert made("a", sign).bounds == bounds


def test_a_set_keeps_the_order_in_which_its_features_are_declared() -> None:
    features = FeatureSet((made("b"), made("a"), made("c")))
    assert features.names == ("b", "a", "c") and len(features) == 3
    assert [features.column(name) for name in ("b", "a", "c")] == [0, 1, 2]
    assert features["a"].name == "a" and [feature.compute(3.0) for feature in features] == [6.0] * 3
    with pytest.raises(ValueError, match="not in tuple"):
        features["d"]


def test_groups_are_those_of_the_features_and_a_feature_may_be_in_more_than_one() -> None:
    features = FeatureSet((made("a", group="one"), made("b", group="two", also=("one",)), made("c", group="two")))
    assert features.groups == {"one": {"a", "b"}, "two": {"b", "c"}} and list(features.groups) == ["one", "two"]


def test_two_features_may_not_have_one_name() -> None:
    with pytest.raises(ValueError, match="one name: a, a"):
        FeatureSet((made("a"), made("a")))


def test_features_interact_unless_they_say_otherwise() -> None:
    assert made("a").interacts and not Feature("a", "for", "one", made, interacts=False).interacts
