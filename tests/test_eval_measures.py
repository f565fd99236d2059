"""Measures are declared once: what is declared is known everywhere."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from eval.measures import all_measures, latency, measures_shown
from eval.measures.evaluated_run import EvaluatedRun
from eval.measures.measure import GROUPS, Measure, Scores
from qa.settings import Settings
from tests.eval_cases import evaluated, printed


def measures_table() -> str:
    """The table of measures as docs/evaluators.md must hold it."""
    rows = ["| measure | in summary.json | meaning |", "|---|---|---|"]
    for measure in all_measures():
        rows.append(f"| {measure.title} | `{measure.name}` | {measure.explanation} |")
    return "\n".join(rows)


def test_the_evaluators_page_lists_every_measure(repo_root: Path) -> None:
    assert measures_table() in (repo_root / "docs" / "evaluators.md").read_text(encoding="utf-8")


def test_measures_come_by_group_and_each_has_a_name_of_its_own() -> None:
    groups = [GROUPS.index(measure.group) for measure in all_measures()]
    assert groups == sorted(groups) and set(groups) == set(range(len(GROUPS)))
    assert len({measure.name for measure in all_measures()}) == len(all_measures())
    assert len({measure.title for measure in all_measures()}) == len(all_measures())


def test_what_is_shown_in_a_place_is_what_says_so() -> None:
    assert [measure.name for measure in measures_shown("slices")] == [
        "passage_hit@1",
        "passage_hit@5",
        "passage_mrr@10",
        "document_hit@1",
        "outcome",
        "halves_right",
        "both_halves",
    ]


def words_quoted(run: EvaluatedRun) -> Scores:
    return {
        question.id: float(len(quote.text.split()) if (quote := run.results[question.id].quote) else 0)
        for question in run.answerable
    }


FAKE = Measure(
    "quote_words",
    "Quotes",
    "words",
    "how many words are quoted",
    words_quoted,
    better="lower",
    format=".1f",
    shown=frozenset({"printed", "headline", "slices", "comparison"}),
)


def test_a_measure_that_is_declared_in_one_place_is_seen_everywhere(
    tmp_path: Path, small_set: Path, hashing_settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(latency, "MEASURES", (*latency.MEASURES, FAKE))
    save, report = tmp_path / "kept", tmp_path / "report.html"
    evaluated(hashing_settings, small_set, systems=["bm25"], save=save)
    found = evaluated(
        hashing_settings, small_set, systems=["full"], save=save, compare_with=save / "bm25", report=report
    )
    figure = found.figures["full"].measures["quote_words"]
    assert figure.mean > 0 and figure.questions == 2
    assert found.figures["full"].slices["type"]["how"].measures["quote_words"].questions == 1
    difference = next(each for each in found.comparisons["full"].differences if each.measure == "quote_words")
    assert (difference.won, difference.lost) == (0, 2), "fewer words are better, and BM25 quotes none"
    assert printed(found).count("quotes: words") == 3, "among the figures, the slices and in the comparison"
    assert re.search(rf"quotes: words +│ +{figure.mean:.1f} │", printed(found)), "with one decimal"
    summary = json.loads((save / "summary.json").read_text())
    assert summary["systems"]["full"]["figures"]["measures"]["quote_words"]["mean"] == figure.mean
    assert summary["systems"]["bm25"]["figures"]["measures"]["quote_words"]["mean"] == 0
    page = report.read_text(encoding="utf-8")
    assert "Quotes: words" in page and "how many words are quoted; lower is better" in page
    assert page.count('<th scope="row">words</th>') == 2, "in the summary and among all measures"
    assert '<th scope="row">quotes: words</th>' in page, "in the comparison"


def test_two_measures_of_one_name_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(latency, "MEASURES", (*latency.MEASURES, latency.MEASURES[0]))
    with pytest.raises(ValueError, match="Two measures have the name 'latency_p50_ms'"):
        all_measures()
