"""Judgements in lines of a chronicle: "June 2018 - Full inspection. Requires improvement, leadership inadequate."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from corpus.judgements.as_of import leading_time
from corpus.judgements.grids import choose
from corpus.judgements.judgement import Judgement
from corpus.judgements.phrases import phrases
from corpus.judgements.report import Report
from corpus.judgements.scales import Aspects

_MOST_CHARS: Final = 300
_SENTENCE_END: Final = re.compile(r"[.;:]\s+")


def in_dated_lines(report: Report) -> Iterator[Judgement]:
    """The judgements in blocks that begin with a date and tell of an inspection."""
    document, known = report.document, phrases(report.scales)
    if report.scale is None:
        return
    for block in document.blocks:
        words = document.text[block.start : block.end]
        if block.kind not in ("paragraph", "list_item") or len(words) > _MOST_CHARS or not known.grade.search(words):
            continue
        time = leading_time(words, report.said)
        inspection = known.inspection.search(words)
        if time is None or time.words is None or inspection is None or known.unreal.search(words):
            continue
        inspected = _SENTENCE_END.split(words[time.words[1] :], maxsplit=1)[0]
        for match in known.grade.finditer(words, inspection.end("of") if inspection["of"] else inspection.end()):
            aspects = _aspects(report, words[: match.start()], inspected)
            judged = choose(report, aspects, report.scales.grades_called(match.group()))
            if judged and known.ends.match(words, match.end()):
                found = report.judgement(judged, time, block.start + time.words[0], block.start + match.end())
                yield from [found] if found else []


def _aspects(report: Report, lead: str, inspected: str) -> Aspects:
    """What a grade in such a line judges; () where something else stands before it.

    That is what stands right before the grade, or else what was inspected, where a sentence begins with the grade.
    """
    known = phrases(report.scales)
    if aspect := known.aspect_before.search(lead):
        return report.scales.aspects_called(aspect["aspect"])
    if not known.begins.search(lead) or report.scale is None:
        return ()
    return report.scales.aspects_named(inspected)[:1] or ((report.scale, report.scale.overall),)
