"""Percentiles of latency."""

from __future__ import annotations

from dataclasses import replace

import pytest

from eval.figures import figures
from tests.eval_cases import asked, result, run_of


def test_latency_is_in_milliseconds() -> None:
    names = ("a", "b", "c")
    results = [replace(result(name), seconds=seconds) for name, seconds in zip(names, (0.3, 0.1, 0.2), strict=True)]
    found = figures([asked(name) for name in names], run_of(results)).measures
    assert found["latency_p50_ms"].mean == pytest.approx(200)
    assert found["latency_p95_ms"].mean == pytest.approx(290)
