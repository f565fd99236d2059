"""Reading again: what the reader makes of the sentence of words that may answer, without what stands beside it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from index.seams import Reranker
from qa.asked import Asked
from qa.candidates import Candidate
from qa.checks import is_no_answer
from qa.quoted import AnswerSpan, QuotedWords
from qa.window import sentence_window


def reread(
    asked: Asked,
    candidates: Sequence[Candidate],
    spans: Sequence[AnswerSpan],
    reader: Reranker | None,
    until: float = math.inf,
) -> list[AnswerSpan]:
    """What is quoted of some candidates, with what the reader makes of each sentence alone.

    A passage may be likely to answer for what stands beside the words; then their own sentence says less. Words that
    are no answer whatever the reader makes of them are not read again.

    Args:
        asked: the question.
        candidates: whose words are quoted, those likeliest to answer first.
        spans: of each of them, what is quoted; those beyond the candidates stay as they are.
        reader: reads again; None to leave all as it is.
        until: the time by `time.perf_counter`, in seconds, from which no sentence but the first is begun.
    """
    if reader is None:
        return list(spans)
    read = [
        place
        for place, (one, span) in enumerate(zip(candidates, spans, strict=False))
        if one.rerank and not is_no_answer(QuotedWords(asked, one.passage, one.document.title, span))
    ]
    texts = [
        sentence_window(candidates[place].document.title, candidates[place].passage, spans[place].sentence).text(
            candidates[place].passage.text
        )
        for place in read
    ]
    made = list(spans)
    for place, output in zip(read, reader.score(asked.query.question, texts, until), strict=True):
        if output is not None:
            made[place] = replace(spans[place], alone=output.margin)
    return made
