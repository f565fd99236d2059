"""What each part of answering takes: the stages, features, models and the index are all in the table."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.parts import OPENED, REST, Meter, part_of, parts_table
from eval.results import markdown_table
from qa.features import FEATURES
from qa.features.lexical import term_positions
from qa.stages import STAGES

WHOLE = "the whole"


def table_rows(markdown: str) -> dict[str, list[float]]:
    """The numbers of each row of a table, by what stands before them."""
    cells = [line.strip("| ").split(" | ") for line in markdown.splitlines() if line.startswith("| ")]
    return {first: [float(cell) for cell in numbers] for first, *numbers in cells[2:]}


class Engine:
    """Something whose work moves a gauge, some of it in a part of its own."""

    def __init__(self) -> None:
        self.gauge = 0.0

    def outer(self, amount: float) -> float:
        self.gauge += amount
        self.inner(10 * amount)
        self.gauge += amount
        return self.gauge

    def inner(self, amount: float) -> None:
        self.gauge += amount
        if amount > 100:
            raise ValueError("too much")


@pytest.fixture
def watched() -> tuple[Engine, Meter]:
    engine = Engine()
    meter = Meter(lambda: engine.gauge)
    meter.watch(engine, "outer", "outer part")
    meter.watch(engine, "inner", lambda amount: f"inner part of {amount:.0f}")
    return engine, meter


def test_a_part_has_what_it_takes_less_what_parts_within_it_take(watched: tuple[Engine, Meter]) -> None:
    engine, meter = watched
    engine.gauge += 5
    assert engine.outer(2) == 29
    engine.gauge += 7
    assert meter.taken() == {REST: 12, "outer part": 4, "inner part of 20": 20}
    assert meter.taken() == {REST: 0}


def test_a_part_that_fails_ends_there(watched: tuple[Engine, Meter]) -> None:
    engine, meter = watched
    with pytest.raises(ValueError, match="too much"):
        engine.outer(20)
    engine.gauge += 1
    assert meter.taken() == {REST: 1, "outer part": 20, "inner part of 200": 200}


def test_each_feature_counts_for_its_group_and_what_several_share_for_their_module() -> None:
    assert {part_of(feature.compute) for feature in FEATURES} == {f"features: {each.group}" for each in FEATURES}
    assert part_of(term_positions) == "features, shared: lexical"


def test_the_table_has_medians_a_question_and_of_the_whole_the_median_of_its_sums() -> None:
    new = [{"stage: retrieve": 1.0, REST: 5.0}, {"stage: retrieve": 2.0, REST: 1.0}, {"stage: retrieve": 6.0}]
    again = [{"stage: retrieve": 0.5}]
    made = parts_table((new, again), ({REST: 100.0, "encoder": 20.0}, {REST: 101.0, "encoder": 22.5}))
    rows = table_rows(markdown_table(made))
    assert rows["stage: retrieve"] == [2, 0.5, 0, 0]
    assert rows["encoder"] == [0, 0, 20, 22.5]
    assert rows[REST] == [1, 0, 100, 101]
    assert rows[WHOLE] == [6, 0.5, 120, 123.5]


@pytest.fixture(scope="module")
def measured(sample_index: Path, repo_root: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """What is printed, and what is written, of a few questions about the samples."""
    folder = tmp_path_factory.mktemp("parts")
    questions = [{"text": f"When was the service rated inadequate in {year}?"} for year in range(2010, 2018)]
    (folder / "queries.jsonl").write_text("\n".join(map(json.dumps, questions)), encoding="utf-8")
    options = ("--index", sample_index, "--most", "3", "--results", folder / "parts.md")
    made = subprocess.run(
        [sys.executable, "-m", "benchmarks.parts", folder / "queries.jsonl", *options],
        cwd=repo_root,
        env={**os.environ, "QA_ENCODER": "hashing", "QA_RERANKER": "overlap"},
        capture_output=True,
        text=True,
        check=True,
    )
    return made.stdout, (folder / "parts.md").read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform != "linux", reason="Resident size is read from /proc.")
def test_the_table_has_each_stage_group_model_and_part_of_the_index(measured: tuple[str, str]) -> None:
    rows = table_rows(measured[1])
    stages = {f"stage: {stage.name}" for stage in STAGES}
    groups = {f"features: {feature.group}" for feature in FEATURES}
    opened = {part for part, _, _ in OPENED}
    assert stages | groups | opened | {REST, WHOLE} <= rows.keys()
    assert {row.partition(":")[0] for row in rows.keys() - opened - {REST, WHOLE}} == {
        "stage",
        "features",
        "features, shared",
    }


@pytest.mark.skipif(sys.platform != "linux", reason="Resident size is read from /proc.")
def test_stages_features_and_models_take_time_and_what_is_opened_takes_memory(measured: tuple[str, str]) -> None:
    rows = table_rows(measured[1])
    busy = ("stage: understand", "stage: extract", "features: summaries and ratings", "features, shared: lexical")
    # the reranker of this test is done within what the table rounds to 0.0
    assert all(milliseconds > 0 for part in (*busy, "lexical index") for milliseconds in rows[part][:2])
    assert rows["document store"][0] > 0  # asked again it takes next to nothing: passages read last are kept
    *whole, opened, asked = rows[WHOLE]
    assert all(max(row[way] for part, row in rows.items() if part != WHOLE) < whole[way] for way in (0, 1))
    assert asked >= opened > rows[REST][2] > 0


@pytest.mark.skipif(sys.platform != "linux", reason="Resident size is read from /proc.")
def test_what_is_printed_is_written_too_with_the_command(measured: tuple[str, str]) -> None:
    printed, written = measured
    assert "python -m benchmarks.parts" in written and "3 questions of " in written and "3 questions of " in printed
    cells = [[cell.strip() for cell in line.strip("│\n ").split("│")] for line in printed.splitlines() if "│" in line]
    assert {part: [float(cell) for cell in numbers] for part, *numbers in cells} == table_rows(written)
