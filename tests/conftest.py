"""Fixtures that several rooms' tests share."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

if TYPE_CHECKING:
    from eval.records import Question
    from index.snapshot import Snapshot

REPO_ROOT = Path(__file__).resolve().parents[1]
SHARED_DATA = REPO_ROOT.parent / "shared" / "data"
IN_CI = os.environ.get("CI", "").lower() not in ("", "0", "false")

hypothesis.settings.register_profile(
    "house", deadline=None, derandomize=IN_CI
)  # on a busy machine a deadline fails at random
hypothesis.settings.load_profile("house")


def skip_unless_ci(reason: str) -> None:
    """Skip a test for what this machine lacks; where CI is set nothing may be skipped, so it fails instead."""
    if IN_CI:
        pytest.fail(f"{reason} CI is set, so this test must run.", pytrace=False)
    pytest.skip(reason)


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("shared") and not SHARED_DATA.is_dir():
        skip_unless_ci("The folder ../shared/data is missing.")


@pytest.fixture(scope="session")
def repo_root() -> Path:
    return REPO_ROOT


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder ../shared/data; a test that uses it carries the marker `shared`."""
    return SHARED_DATA


@pytest.fixture(scope="session")
def models() -> Path:
    """The models folder, with the default models in it."""
    from index.models import DEFAULT_MODELS

    folder = REPO_ROOT / "var" / "models"
    if not all((folder / name).is_dir() for name in DEFAULT_MODELS):
        skip_unless_ci("The models are not here yet: run `qa models pull`.")
    return folder


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium that is installed on this machine, for tests in a real browser."""
    found = next(
        (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
    )
    if found is None:
        skip_unless_ci("No Chromium is installed (Debian, Ubuntu: apt install chromium).")
    assert found
    return found


@pytest.fixture(scope="session")
def sample_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index folder over the sample documents, made with the hashing encoder."""
    from index.build import build
    from index.encoder import HashingEncoder

    folder = tmp_path_factory.mktemp("sample_index")
    report = build([REPO_ROOT / "corpus" / "samples"], folder, HashingEncoder())
    assert not report.failed, report.failed
    return folder


@pytest.fixture(scope="session")
def snapshot_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Iterable[Mapping[str, str]]], Snapshot]:
    """Makes an open snapshot of documents, each with a text and what else it has, with the hashing encoder."""
    from index.build import build
    from index.encoder import HashingEncoder
    from index.snapshot import open_snapshot

    def made(documents: Iterable[Mapping[str, str]]) -> Snapshot:
        folder = tmp_path_factory.mktemp("snapshot")
        (folder / "papers").mkdir()
        lines = [json.dumps({"id": f"{number:03}", **document}) for number, document in enumerate(documents)]
        if lines:
            (folder / "papers" / "all.jsonl").write_text("\n".join(lines), encoding="utf-8")
        report = build([folder / "papers"], folder / "index", HashingEncoder())
        assert not report.failed, report.failed
        return open_snapshot(folder / "index", HashingEncoder())

    return made


@pytest.fixture(scope="session")
def training_set(snapshot_of: Callable[[Iterable[Mapping[str, str]]], Snapshot]) -> tuple[Snapshot, list[Question]]:
    """A small series of reports, and questions about them with their gold spans.

    As in real sets, not all that is known is so, or fitted weights would have no bounds: of two places the questions
    for the first and the latest report have their gold spans in another.
    """
    from eval.records import Question, Span

    places = ("Ashby Green", "Marlow Vale", "Long Barrow", "Upper Slade", "Old Haven", "Thornby")
    reports = snapshot_of(
        {
            "id": f"{place} {year}",
            "title": f"Report on {place} {year}",
            "text": f"Overall effectiveness\nGood\n\nThe roof of the hall in {place} leaks.\n\n"
            f"Families in {place} wait {year - 2000} weeks for help.",
            "published": f"{year}-06-02",
        }
        for place in places
        for year in (2014, 2018, 2022)
    )
    questions = []
    for place in places:
        for which, year in (("first", 2014), ("latest", 2022)):
            document = reports.document(f"{place} {2018 if place in places[-2:] else year}")
            assert document is not None
            start = document.text.index("Families")
            span = Span(document.id, start, len(document.text), document.text[start:])
            text = f"How long did families in {place} wait for help in the {which} report?"
            questions.append(Question(f"{place} {year}", text, True, (span,)))
    return reports, questions
