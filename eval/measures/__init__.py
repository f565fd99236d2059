"""What is measured: each module of this folder declares its measures in MEASURES, and everything else finds them here.

Figures, summary.json, the printed tables, the comparison of runs, the report and the table in docs/evaluators.md
follow the declarations.
"""

from __future__ import annotations

import importlib
import pkgutil

from eval.measures.measure import GROUPS, Measure, Place


def all_measures() -> tuple[Measure, ...]:
    """Every declared measure, by group and then in the order of its module.

    Raises:
        ValueError: two measures have one name.
    """
    modules = [importlib.import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__)]
    declared: list[Measure] = [measure for module in modules for measure in getattr(module, "MEASURES", ())]
    names = [measure.name for measure in declared]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise ValueError(f"Two measures have the name {twice[0]!r}. Give each a name of its own.")
    return tuple(sorted(declared, key=lambda measure: GROUPS.index(measure.group)))


def measures_shown(place: Place) -> tuple[Measure, ...]:
    """The measures that are shown in a place, in the order of `all_measures`."""
    return tuple(measure for measure in all_measures() if place in measure.shown)
