"""Settings: one table, read once at the door from QA_... variables or the command line."""

from __future__ import annotations

import difflib
import os
from pathlib import Path
from typing import Annotated, Any, Final

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict
from pydantic_settings import SettingsError as UnreadableVariable

from corpus.limits import ReadLimits
from corpus.recognition.recogniser import Recogniser
from corpus.splitting import PassageSize
from qa.errors import SettingsError

LEAST_CONFIDENCE: Final = 0.4
"""Words answer by themselves from this confidence on, unless a setting says otherwise."""


class Settings(BaseSettings):
    """Every setting, its default, and what it means; the variable is QA_ and the name in capitals."""

    model_config = SettingsConfigDict(env_prefix="QA_", frozen=True, extra="forbid")

    index: Path = Field(Path("var/index"), description="Folder of the index.")
    models: Path = Field(Path("var/models"), description="Folder of the downloaded models.")
    encoder: str = Field(
        "all-MiniLM-L6-v2",
        description="Pinned model (see qa models list), folder of a sentence-transformers model, or its hub name.",
    )
    file_max_mb: int = Field(500, ge=1, le=1000, description="No file of more MB than these is read.")
    read_memory_mb: int = Field(
        700,
        ge=300,
        le=1_000_000,
        description="A file is given up when reading it takes more MB of memory than these, and three times its size.",
    )
    read_seconds: int = Field(
        60,
        ge=1,
        le=100_000,
        description="A file is given up when reading it takes a processor more seconds than these, ten a MB, "
        "and what recognising its scanned pages takes.",
    )
    passage_target_tokens: int = Field(
        120, ge=1, le=10_000, description="A passage ends at the first paragraph end after so many tokens."
    )
    passage_limit_tokens: int = Field(180, ge=1, le=10_000, description="No passage is longer than so many tokens.")
    ocr: bool = Field(
        True, description="Whether words in scanned pages and pictures are recognised where Tesseract is installed."
    )
    ocr_languages: str = Field(
        "eng",
        pattern=r"^\w+(/\w+)?(\+\w+(/\w+)?)*$",
        description="The languages that Tesseract expects there, as it names them, such as eng+cym.",
    )
    ocr_page_seconds: int = Field(
        60, ge=1, le=3600, description="A page is given up when recognising its words takes more seconds than these."
    )
    ocr_file_seconds: int = Field(
        3600,
        ge=1,
        le=1_000_000,
        description="No further page of a file is recognised after so many seconds; those left are named in the "
        "report, the others are kept.",
    )
    labels: Path | None = Field(
        None,
        description="Your own table of labels, a .toml file in the form of corpus/language/en/labels.toml, "
        "tried before that one when an index is built.",
    )
    scales: Path | None = Field(
        None,
        description="Your own scales of judgements, a .toml file in the form of corpus/language/en/judgements.toml, "
        "added to those when an index is built.",
    )
    reranker: str = Field(
        "reader",
        description="What reads the best passages with the question: our reader, or a pinned reranker by its name; "
        '"none" goes without: faster, less exact.',
    )
    reranked_passages: int = Field(
        8,
        ge=1,
        le=100,
        description="The reranker reads at most so many passages for a question; each takes some 15 ms of a processor.",
    )
    reranking_budget_ms: int = Field(
        1000,
        ge=0,
        le=60_000,
        description="The reranker begins no further passage once so many milliseconds have passed; "
        "it always reads the first. An ordinary question takes a tenth of it.",
    )
    answer_confidence: float = Field(
        LEAST_CONFIDENCE,
        ge=0,
        le=1,
        description="A question is answered only when the words that would be shown have at least this confidence.",
    )
    question_max_chars: int = Field(1000, ge=1, le=100_000, description="Longest question accepted, in characters.")
    k_max: int = Field(50, ge=1, le=1000, description="Most passages one question may ask for.")
    feedback: Path = Field(Path("var/feedback.sqlite"), description="File that keeps what people say of the answers.")
    feedback_retention_days: int = Field(
        365,
        ge=0,
        le=36_500,
        description="Feedback is deleted after so many days; 0 keeps none, deletes what there is and shows no buttons.",
    )
    host: str = Field("127.0.0.1", description="Address the service listens on.")
    port: int = Field(8000, ge=0, le=65535, description="Port the service listens on; 0 takes a free one.")
    workers: int = Field(1, ge=1, le=64, description="How many processes serve.")
    allowed_hosts: tuple[str, ...] = Field(
        ("localhost", "127.0.0.1", "[::1]"),
        description='Host names the service answers to, as a JSON list; ["*"] is any.',
    )
    cors_origins: tuple[Annotated[str, Field(pattern=r"^(\*|https?://[^/\s]+)$")], ...] = Field(
        (),
        description="Other sites whose pages may call the service, as a JSON list such as "
        '["https://intranet.example"]; ["*"] is any.',
    )

    @property
    def passage_size(self) -> PassageSize:
        """How long passages are; a target above the limit means the limit."""
        limit = self.passage_limit_tokens
        return PassageSize(
            target=min(self.passage_target_tokens, limit), limit=limit, least=min(PassageSize().least, limit)
        )

    @property
    def recogniser(self) -> Recogniser:
        """How words in pictures are recognised."""
        return Recogniser(self.ocr, self.ocr_languages, self.ocr_page_seconds, self.ocr_file_seconds)

    @property
    def read_limits(self) -> ReadLimits:
        """What reading one file may take."""
        return ReadLimits(self.read_memory_mb, self.read_seconds, self.file_max_mb)


def read_settings(**given: Any) -> Settings:
    """The settings from the environment, with what is given on the command line in front.

    Args:
        given: settings by name; None means "not given".

    Raises:
        SettingsError: a QA_ variable is unknown, or a value is not allowed. The message names it.
    """
    known = {f"QA_{name.upper()}" for name in Settings.model_fields}
    for variable in sorted(os.environ):
        if variable.startswith("QA_") and variable not in known:
            near = difflib.get_close_matches(variable, known, n=1)
            hint = f" Did you mean {near[0]}?" if near else f" Known are: {', '.join(sorted(known))}."
            raise SettingsError(f"The environment variable {variable} is not a setting.{hint}")
    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})
    except UnreadableVariable as error:
        raise SettingsError(
            f'{str(error).capitalize()}: a list is written as JSON, such as ["localhost", "example.org"].'
        ) from None
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0]) if first["loc"] else "?"
        raise SettingsError(
            f"The setting {name} (QA_{name.upper()}) cannot be {first['input']!r}: {first['msg']}."
        ) from None
