"""Features, each declared once, with the sign its weight may have; all else is derived from that."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

from numpy.typing import NDArray

Column = Sequence[float] | NDArray[Any]
"""One number for each candidate."""
Sign = Literal["for", "against", "either"]
Bounds = tuple[float | None, float | None]
_BOUNDS: dict[Sign, Bounds] = {"for": (0.0, None), "against": (None, 0.0), "either": (None, None)}

Given = TypeVar("Given")
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Feature(Generic[Given, Made]):
    """Something that is known of what is ranked, as a number that a model weighs.

    Attributes:
        name: its key in the fitted model, in explanations and in tables.
        sign: whether it can only speak for what it is known of, only against it, or either way: the sign its weight may
            be fitted with.
        group: the part of the ranking it belongs to; tables and the ablation take a group together.
        compute: makes it of what is known.
        interacts: whether other weights may be fitted for it in each of the interactions.
        also: further groups that need it, with which it is taken out too.
    """

    name: str
    sign: Sign
    group: str
    compute: Callable[[Given], Made]
    interacts: bool = True
    also: tuple[str, ...] = ()

    @property
    def bounds(self) -> Bounds:
        """The least and the greatest weight it may have; None where there is none."""
        return _BOUNDS[self.sign]


@dataclass(slots=True)
class FeatureSet(Generic[Given, Made]):
    """The features of one kind, in the order of their columns."""

    features: tuple[Feature[Given, Made], ...]

    def __post_init__(self) -> None:
        if len(set(self.names)) < len(self.features):
            raise ValueError(f"two features have one name: {', '.join(sorted(self.names))}")

    def __iter__(self) -> Iterator[Feature[Given, Made]]:
        return iter(self.features)

    def __len__(self) -> int:
        return len(self.features)

    def __getitem__(self, name: str) -> Feature[Given, Made]:
        return self.features[self.column(name)]

    @property
    def names(self) -> tuple[str, ...]:
        """Their names."""
        return tuple(feature.name for feature in self.features)

    @property
    def groups(self) -> dict[str, frozenset[str]]:
        """For each group the names of the features that are taken out with it."""
        groups = dict.fromkeys(group for feature in self.features for group in (feature.group, *feature.also))
        return {
            group: frozenset(feature.name for feature in self.features if group in (feature.group, *feature.also))
            for group in groups
        }

    def column(self, name: str) -> int:
        """Which column a feature has."""
        return self.names.index(name)
