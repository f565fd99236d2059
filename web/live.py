"""The snapshot being served, and the quiet change to a newer one."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from corpus.errors import ChapterError
from index.snapshot import Snapshot, live_snapshot_id, open_snapshot
from qa.answer import Answer, IndexInfo
from qa.deciding.decide import index_info
from qa.languages import document_languages
from qa.pipeline import Assistant, load_assistant
from qa.request import AskRequest
from qa.settings import Settings
from qa.suggesting.examples import answered_examples
from qa.suggesting.suggestions import suggestions

log = logging.getLogger(__name__)

WARM_UP = "published reports"
_RETRY_SECONDS = 60.0
_SURE = 0.8
"""A question that is less surely answered is no example: from here on a chance is called high."""


class NotReady(Exception):
    """Nothing can be answered yet; the message says what to do on the server."""


@dataclass(slots=True, eq=False)
class _Held:
    snapshot: Snapshot
    users: int = 0
    retired: bool = False
    examples: tuple[str, ...] = ()
    example: Answer | None = None
    suggestions: tuple[str, ...] = ()
    languages: Mapping[str, str] = field(default_factory=dict)


class LiveSnapshot:
    """Lends the newest good snapshot to each request, and follows the index's pointer.

    Every `lease` reads the pointer once. A new snapshot is opened and asked one question in a thread
    of its own; only then does it take over. The one before it is closed when its last lease ends. A
    snapshot that cannot be opened is logged, passed over, and tried again a minute later. While it serves, the
    languages of its documents are told, and a few questions are looked for that it answers.

    Args:
        settings: which index, and which models.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._assistant: Assistant | None = None
        self._lock = threading.Lock()
        self._current: _Held | None = None
        self._refused: str | None = None
        self._refused_until = 0.0
        self._loader: threading.Thread | None = None
        self._asking: threading.Thread | None = None
        self._stopping = threading.Event()

    def start(self) -> None:
        """Load models and snapshot and ask one question; what is missing is logged, not raised."""
        try:
            self._assistant = load_assistant(self._settings)
        except ChapterError as error:
            log.error("The service is up but cannot answer: %s", error)
            return
        wanted = self._pointer()
        if wanted is None:
            log.warning("The service is up but there is no index in %s yet; run `qa build`.", self._settings.index)
        else:
            self._load(wanted, self._assistant)

    def stop(self) -> None:
        """Let a snapshot that is being opened finish, and close the live one after its last lease."""
        self._stopping.set()
        if (loader := self._loader) is not None:
            loader.join()
        if (asking := self._asking) is not None:  # which the loader may have started just now
            asking.join()
        with self._lock:
            held, self._current = self._current, None
            closing = held is not None and self._retire(held)
        if held is not None and closing:
            held.snapshot.close()

    @contextmanager
    def lease(self) -> Iterator[tuple[Snapshot, Assistant]]:
        """The live snapshot and the assistant; the snapshot stays open until the block ends.

        Raises:
            NotReady: when a model or the index is missing.
        """
        assistant = self._assistant
        if assistant is None:
            raise NotReady(
                "A language model is not loaded. On the server, run `qa models pull` and start the service again."
            )
        self._follow(assistant)
        with self._lock:
            held = self._current
            if held is None:
                if self._refused:
                    raise NotReady(
                        "The index cannot be used as it is; the log says why. On the server, run `qa build` with the "
                        "folder of documents again."
                    )
                raise NotReady(
                    "There is no index to search yet. On the server, run `qa build` with the folder of documents, then "
                    "try again."
                )
            held.users += 1
        try:
            yield held.snapshot, assistant
        finally:
            self._give_back(held)

    @property
    def index(self) -> IndexInfo | None:
        """What is served, and how much it holds; None while nothing is."""
        held = self._current
        return index_info(held.snapshot) if held else None

    @property
    def examples(self) -> tuple[str, ...]:
        """Questions that the live snapshot answers, to begin with."""
        held = self._current
        return held.examples if held else ()

    @property
    def suggestions(self) -> tuple[str, ...]:
        """What may be typed in the field for a question: these examples, names and titles."""
        held = self._current
        return held.suggestions if held else ()

    @property
    def example(self) -> Answer | None:
        """The answer to the first of the examples, to show what an answer holds; None until there is one."""
        held = self._current
        return held.example if held else None

    @property
    def languages(self) -> Mapping[str, str]:
        """The language of each document of the live snapshot, by its id, as far as it is told yet and can be."""
        held = self._current
        return held.languages if held else {}

    def _follow(self, assistant: Assistant) -> None:
        """Begin to open the snapshot the pointer names, unless it is live, refused or being opened."""
        wanted = self._pointer()
        with self._lock:
            live = self._current.snapshot.manifest.snapshot_id if self._current else None
            refused = self._refused if time.monotonic() < self._refused_until else None
            if wanted is None or wanted in (live, refused) or self._loader is not None:
                return
            self._loader = threading.Thread(target=self._load, args=(wanted, assistant), name="open-snapshot")
            self._loader.start()

    def _pointer(self) -> str | None:
        try:
            return live_snapshot_id(self._settings.index)
        except ChapterError as error:
            log.error("%s", error)
            return None

    def _load(self, wanted: str, assistant: Assistant) -> None:
        try:
            snapshot = open_snapshot(self._settings.index, assistant.encoder)
            try:
                assistant.ask(snapshot, AskRequest(WARM_UP))
                held = _Held(snapshot, 1, suggestions=suggestions(snapshot.metadata))
            except BaseException:
                snapshot.close()
                raise
        except Exception as error:  # noqa: BLE001 - whatever is wrong with a new snapshot, the old one must serve on
            log.error("Snapshot %s was not taken into service: %s", wanted, error)
            with self._lock:
                self._refused, self._refused_until = wanted, time.monotonic() + _RETRY_SECONDS
                self._loader = None
            return
        with self._lock:
            old, self._current = self._current, held
            self._refused, self._loader = None, None
            closing = old is not None and self._retire(old)
        if old is not None and closing:
            old.snapshot.close()
        log.info("Snapshot %s is in service.", snapshot.manifest.snapshot_id)
        self._asking = threading.Thread(target=self._look_through, args=(held, assistant), name="ask-examples")
        self._asking.start()

    def _look_through(self, held: _Held, assistant: Assistant) -> None:
        """Tell the languages of a snapshot and find questions that it answers, while it already serves."""

        def is_answered(question: str) -> bool:
            if self._stopping.is_set():
                return False
            answer = assistant.ask(held.snapshot, AskRequest(question))
            is_sure = answer.status == "answered" and answer.confidence >= _SURE
            if is_sure and held.example is None:
                held.example = answer
            return is_sure

        try:
            held.languages = document_languages(held.snapshot, lambda: not self._stopping.is_set())
            held.examples = answered_examples(held.snapshot, is_answered)
            held.suggestions = suggestions(held.snapshot.metadata, held.examples)
        except ChapterError as error:
            log.error("No examples were found: %s", error)
        finally:
            self._give_back(held)

    def _give_back(self, held: _Held) -> None:
        """Count one user of a snapshot less; the last one of a retired snapshot closes it."""
        with self._lock:
            held.users -= 1
            closing = held.retired and not held.users
        if closing:
            held.snapshot.close()

    @staticmethod
    def _retire(held: _Held) -> bool:
        held.retired = True
        return not held.users
