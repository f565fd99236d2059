"""Fixtures that several rooms' tests share."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import hypothesis
import pytest
from starlette.testclient import TestClient

if TYPE_CHECKING:
    from eval.records import Dataset, Question, Run
    from eval.systems import System
    from index.snapshot import Snapshot
    from qa.pipeline import Assistant
    from qa.settings import Settings

REPO_ROOT = Path(__file__).resolve().parents[1]
SHARED_DATA = REPO_ROOT.parent / "shared" / "data"
IN_CI = os.environ.get("CI", "").lower() not in ("", "0", "false")
os.environ["QA_RERANKING_BUDGET_MS"] = "60000"  # a busy machine answers as an idle one does

hypothesis.settings.register_profile(  # on a busy machine what depends on time fails at random
    "house", deadline=None, derandomize=IN_CI, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
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
def assistant(models: Path) -> Assistant:
    """The assistant with the models that it is shipped with."""
    from qa.pipeline import load_assistant
    from qa.settings import read_settings

    return load_assistant(read_settings(models=models))


@pytest.fixture(scope="module")
def papers(request: pytest.FixtureRequest, assistant: Assistant, tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    """An open snapshot of the `PAPERS` of the module that asks for it, made with the shipped encoder."""
    from tests.builds import open_papers

    return open_papers(request.module.PAPERS, tmp_path_factory.mktemp("papers"), assistant.encoder)


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
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of two text files and a .jsonl of three documents with metadata, made with the hashing encoder."""
    from index.build import build
    from index.encoder import HashingEncoder
    from tests.town import DOCUMENTS, LIBRARY, POOL

    folder = tmp_path_factory.mktemp("documents")
    (folder / "leisure").mkdir()
    (folder / "leisure" / "pool & baths.txt").write_text(POOL, encoding="utf-8")
    (folder / "library.txt").write_text(LIBRARY, encoding="utf-8")
    (folder / "more.jsonl").write_text("\n".join(json.dumps(line) for line in DOCUMENTS), encoding="utf-8")
    where = tmp_path_factory.mktemp("index")
    assert not build([folder], where, HashingEncoder()).failed
    return where


@pytest.fixture(scope="session")
def client(town: Path) -> Iterator[TestClient]:
    """A client of a service over the town's documents, which takes 200 characters and gives 9 passages at most."""
    from qa.settings import read_settings
    from web.app import create_app

    settings = read_settings(index=town, encoder="hashing", reranker="none", question_max_chars=200, k_max=9)
    with TestClient(create_app(settings), base_url="http://127.0.0.1:8000") as client:
        yield client


@pytest.fixture(scope="session")
def first_questions() -> Dataset:
    """The shipped question set with its first twelve questions."""
    from eval.datasets import read_dataset

    whole = read_dataset(REPO_ROOT / "eval" / "questions")
    return replace(whole, questions=whole.questions[:12])


@pytest.fixture(scope="session")
def samples_snapshot(sample_index: Path) -> Iterator[Snapshot]:
    """The open snapshot of `sample_index`."""
    from index.encoder import HashingEncoder
    from index.snapshot import open_snapshot

    opened = open_snapshot(sample_index, HashingEncoder())
    yield opened
    opened.close()


@pytest.fixture
def hashing_settings(tmp_path: Path) -> Settings:
    """Settings with an index of its own that need no model."""
    from qa.settings import read_settings

    return read_settings(index=tmp_path / "var" / "index", encoder="hashing", reranker="none")


@pytest.fixture
def small_set(tmp_path: Path) -> Path:
    """A question set of three questions, one without an answer, over three documents."""
    folder = tmp_path / "small"
    (folder / "documents").mkdir(parents=True)

    def evidence(town: str, rating: str) -> dict[str, object]:
        text = f"The service in {town} was rated {rating}."
        return {"document": f"{town}.txt", "start": len(town) + 2, "end": len(town) + 2 + len(text), "text": text}

    for town, rating in (("Ludlow", "good"), ("Ledbury", "inadequate"), ("Ross", "outstanding")):
        (folder / "documents" / f"{town}.txt").write_text(f"{town}\n\nThe service in {town} was rated {rating}.\n")
    lines: list[dict[str, object]] = [
        {"id": "q1", "question": "How was Ludlow rated?", "type": "how", "evidence": [evidence("Ludlow", "good")]},
        {
            "id": "q2",
            "question": "Where was the service inadequate?",
            "type": "where",
            "evidence": [evidence("Ledbury", "inadequate")],
        },
        {"id": "q3", "question": "Who is the mayor of Kyoto?", "type": "who"},
    ]
    asked = [json.dumps({**line, "answerable": "evidence" in line}) for line in lines]
    (folder / "questions.jsonl").write_text("\n".join(asked) + "\n")
    return folder


@pytest.fixture
def put(first_questions: Dataset, samples_snapshot: Snapshot) -> Callable[..., Run]:
    """Puts `first_questions` to a system, BM25 unless another is named, and keeps the run in a folder."""
    from eval.runs import run
    from eval.systems import SYSTEMS
    from index.encoder import HashingEncoder
    from qa.pipeline import Assistant
    from qa.settings import read_settings

    settings = read_settings(encoder="hashing", reranker="none")

    def make(
        folder: Path, system: System = SYSTEMS["bm25"], *, of: Dataset = first_questions, k: int = 10, **more: Any
    ) -> Run:
        return run(of, system, samples_snapshot, Assistant(HashingEncoder()), folder, settings=settings, k=k, **more)

    return make


@pytest.fixture(scope="session")
def reports(snapshot_of: Callable[[Iterable[Mapping[str, str]]], Snapshot]) -> Snapshot:
    """A series of reports on places."""
    from tests.query_corpora import place_reports

    return snapshot_of(place_reports())


@pytest.fixture(scope="session")
def small_titles(snapshot_of: Callable[[Iterable[Mapping[str, str]]], Snapshot]) -> Snapshot:
    """A series with titles all in small letters, as file names often are."""
    from tests.query_corpora import reports_in_small_letters

    return snapshot_of(reports_in_small_letters())


@pytest.fixture(scope="session")
def news(snapshot_of: Callable[[Iterable[Mapping[str, str]]], Snapshot]) -> Snapshot:
    """News with file names for titles."""
    from tests.query_corpora import NEWS, titled

    return snapshot_of(titled(NEWS))


@pytest.fixture(scope="session")
def articles(snapshot_of: Callable[[Iterable[Mapping[str, str]]], Snapshot]) -> Snapshot:
    """Articles on many things."""
    from tests.query_corpora import ARTICLES, titled

    return snapshot_of(titled(ARTICLES))


@pytest.fixture(scope="session")
def notes(snapshot_of: Callable[[Iterable[Mapping[str, str]]], Snapshot]) -> Snapshot:
    """Notes with ordinary words that may be misspelt."""
    from tests.query_corpora import NOTES, titled

    return snapshot_of(titled(NOTES))


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


@pytest.fixture(scope="module")
def showcase(tmp_path_factory: pytest.TempPathFactory, models: Path) -> Iterator[str]:
    """A running service over documents that bring every state about."""
    from index.encoder import load_encoder
    from qa.settings import read_settings
    from tests.served import served
    from tests.showcase import build_showcase

    folder, index = tmp_path_factory.mktemp("documents"), tmp_path_factory.mktemp("index")
    build_showcase(folder, index, load_encoder(read_settings().encoder, models))
    with served(index, models=models) as address:
        yield address
