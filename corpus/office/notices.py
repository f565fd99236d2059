"""Sentences of a build report on what was left out of an office file."""

from __future__ import annotations

from collections.abc import Sequence

_NAMES_SHOWN = 5
_NUMBERS_SHOWN = 20


def listed(names: Sequence[str]) -> str:
    """Names in quotation marks with commas between; of many the first, and how many more there are."""
    shown = ", ".join(repr(" ".join(name.split())[:60]) for name in names[:_NAMES_SHOWN])
    return shown if len(names) <= _NAMES_SHOWN else f"{shown} and {len(names) - _NAMES_SHOWN} more"


def counted(number: int, name: str) -> str:
    """A number with what it counts: "1 row", "1,200 rows"."""
    return f"{number:,} {name}" if number == 1 else f"{number:,} {name}s"


def not_shown(place: str, rows: int, columns: int) -> str:
    """That hidden rows and columns were left out.

    Args:
        place: such as "Sheet 'Budget'".
        rows: how many.
        columns: how many; one of the two is more than 0.
    """
    what = [counted(rows, "hidden row")] if rows else []
    if columns:
        what.append(counted(columns, "hidden column"))
    return f"{place}: {' and '.join(what)} left out. Unhide them if they should be found."


def beyond_limit(read: int, left_out: int, place: str = "") -> str:
    """That some rows were not read because there are too many."""
    where = f"{place}: " if place else ""
    return (
        f"{where}{counted(left_out, 'row')} after the first {read:,} left out: so large a table is a data file. "
        "Split it if all of it should be found."
    )


def numbered(name: str, numbers: Sequence[int]) -> str:
    """Things with their numbers, such as "slides 2, 5 and 9"; of many the first, and how many more there are."""
    if len(numbers) == 1:
        return f"{name} {numbers[0]}"
    shown = [str(number) for number in numbers[:_NUMBERS_SHOWN]]
    last = f"{len(numbers) - _NUMBERS_SHOWN} more" if len(numbers) > _NUMBERS_SHOWN else shown.pop()
    return f"{name}s {', '.join(shown)} and {last}"
