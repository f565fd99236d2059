"""Question sets, checked as they are read: each module of this folder declares a form that they come in as FORM.

The form is told by the files that are there. Fields that a form does not know are kept as slices where they sort the
questions into a few kinds, and are otherwise ignored.
"""

from __future__ import annotations

import importlib
import pkgutil
import random
from dataclasses import replace
from pathlib import Path

from eval.datasets.checking import DatasetError, SetReader
from eval.datasets.form import Form
from eval.records import Dataset


def all_forms() -> tuple[Form, ...]:
    """Every declared form, in the order in which they are tried."""
    modules = [importlib.import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__)]
    declared: list[Form] = [module.FORM for module in modules if hasattr(module, "FORM")]
    return tuple(sorted(declared, key=lambda form: form.precedence))


def read_dataset(path: Path) -> Dataset:
    """Read a question set and check all of it.

    Args:
        path: a file or folder in one of the declared forms.

    Returns:
        The set; gold offsets are code points of its documents' text.

    Raises:
        DatasetError: something is wrong with it; the message lists the first ten faults and counts the rest.
    """
    if not path.exists():
        raise DatasetError(path, [f"{path}: there is no such file or folder."])
    files = SetReader(path)
    forms = all_forms()
    form = next((form for form in forms if form.sniff(path)), None)
    if form is None:
        known = "; or ".join(form.described for form in forms)
        raise DatasetError(path, [f"{path.name}: no question set is here. It may be {known}."])
    dataset = form.read(files, path)
    if not dataset.questions and not files.faults:
        files.fault(path.name, "it holds no questions.")
    if files.faults:
        raise DatasetError(path, files.faults)
    return dataset


def sample(dataset: Dataset, limit: int, seed: int) -> Dataset:
    """The same set with at most `limit` of its questions, chosen by `seed` and kept in their order."""
    if limit >= len(dataset.questions):
        return dataset
    chosen = sorted(random.Random(seed).sample(range(len(dataset.questions)), limit))
    return replace(dataset, questions=tuple(dataset.questions[position] for position in chosen))
