"""Reading again: what the reader makes of the sentence of words that may answer, without what stands beside it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from index.seams import Reranker
from qa.checks.words import is_no_answer
from qa.passages.asked import Asked
from qa.passages.candidates import Candidate
from qa.passages.quoted import AnswerSpan, QuotedWords
from qa.passages.window import Window, sentence_window


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
    quoted = [
        QuotedWords(asked, one.passage, one.document.title, span) if one.rerank else None
        for one, span in zip(candidates, spans, strict=False)
    ]
    texts = {
        place: _alone(asked, one, words).text(words.passage.text)
        for place, (one, words) in enumerate(zip(candidates, quoted, strict=False))
        if words and not is_no_answer(words)
    }
    made = list(spans)
    outputs = reader.score(asked.query.question, list(texts.values()), until)
    for place, output in zip(texts, outputs, strict=True):
        if output is not None:
            made[place] = replace(spans[place], alone=output.margin)
    return made


def _alone(asked: Asked, candidate: Candidate, words: QuotedWords) -> Window:
    """What is read of the sentence of words of a candidate."""
    time, initials = asked.time_of(candidate.document), asked.initials(candidate.document.id)
    return sentence_window(words.title, words.passage, words.span.sentence, time, initials)
