"""An answer as /ask gives it, for the reference."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from pydantic import TypeAdapter

from corpus.language.kinds import DateMention, Value
from qa.address import citation_link
from qa.answer import Answer, Citation, Highlight, IndexInfo, Quote, RankedPassage, Sentence
from qa.query import Interpretation

_TEXT = "The pool reopened on 3 May 2021. Lanes must be booked."
_SENTENCE = Sentence(_TEXT[:32], 480, 480 + 32)
_CITATION = Citation(
    document_id="leisure/pool.pdf",
    title="Using the pool",
    source="Leisure services",
    url="https://example.org/pool.pdf",
    published=date(2021, 4, 19),
    dated=date(2021, 4, 19),
    dated_basis="published",
    labels={"type": "Guidance", "year": "2021"},
    page=2,
    paragraph="5",
    start=480,
    end=480 + len(_TEXT),
    sha256="0" * 64,
    link=citation_link("leisure/pool.pdf", 480, 480 + len(_TEXT), _TEXT),
)
EXAMPLE: dict[str, Any] = TypeAdapter(Answer).dump_python(
    Answer(
        question="When did the pool reopen?",
        status="answered",
        reason=None,
        confidence=0.91,
        answer=Quote(
            "on 3 May 2021",
            "leisure/pool.pdf",
            480 + 18,
            480 + 31,
            1,
            _SENTENCE,
            replace(
                _CITATION, end=_SENTENCE.end, link=citation_link("leisure/pool.pdf", 480, _SENTENCE.end, _SENTENCE.text)
            ),
            Value("date", "3 May 2021", "2021-05-03"),
        ),
        passages=(
            RankedPassage(
                rank=1,
                passage_id=f"leisure/pool.pdf:480-{480 + len(_TEXT)}",
                text=_TEXT,
                heading="Opening hours",
                context="",
                probability=0.91,
                scores={"text": 0.97, "dense": 0.68, "reranker": 7.2, "combined": 11.4},
                highlights=(
                    Highlight(18, 31, "quote"),
                    Highlight(21, 31, "value"),
                    Highlight(4, 8, "term"),
                    Highlight(9, 17, "term"),
                ),
                citation=_CITATION,
                dates=(DateMention("3 May 2021", 21, 31, "2021-05-03", "explicit"),),
            ),
        ),
        index=IndexInfo("example", 16, 120),
        took_ms=12.3,
        interpretation=Interpretation("When did the pool reopen?", answer_type="date", terms=("pool", "reopen")),
    ),
    mode="json",
)
"""An answer as /ask gives it; an `Answer` was made of it, so it is one that could be given."""
