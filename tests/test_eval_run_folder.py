"""The folder of a run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from eval.records import Run
from eval.run_folder import RunError, RunLayout, read_run


def test_a_damaged_run_is_named(tmp_path: Path, put: Callable[..., Run]) -> None:
    folder = tmp_path / "run"
    put(folder)
    lines = RunLayout(folder).results.read_text().splitlines(keepends=True)
    RunLayout(folder).results.write_text("".join([lines[0], "{}\n", *lines[2:]]))
    with pytest.raises(RunError, match=r"line 2 of results\.jsonl cannot be read"):
        read_run(folder)
    RunLayout(folder).results.write_text("".join([lines[1], lines[0]]))
    with pytest.raises(RunError, match="does not follow the order"):
        put(folder)
    RunLayout(folder).info.write_text("{")
    with pytest.raises(RunError, match=r"info\.json cannot be read"):
        read_run(folder)
    with pytest.raises(RunError, match="There is no run in"):
        read_run(tmp_path / "nowhere")
