"""Pictures of the pages of original files, made when they are asked for and kept for a while."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
import threading
from collections import OrderedDict
from dataclasses import asdict
from typing import BinaryIO

from web.page_drawing import Wanted

log = logging.getLogger(__name__)

_START = "from web.page_drawing import main; main()"
_AT_ONCE = 2
_ASKED_AT_ONCE = 8  # those that wait hold a thread each, which others need
_SECONDS = 20.0
_KEPT_BYTES = 32_000_000
_KEPT = 400
_FILE_BYTES_MAX = 200_000_000


class Busy(Exception):
    """So many pages are being drawn that this one would have to wait too long."""


class PageImages:
    """Draws pages, each in a process of its own, and keeps the last ones.

    Args:
        kept_bytes: how much of them is kept.
        kept: how many of them are.
        seconds: how long drawing one may take, and waiting for others.
        at_once: how many may be drawn at once.
    """

    def __init__(
        self,
        kept_bytes: int = _KEPT_BYTES,
        kept: int = _KEPT,
        seconds: float = _SECONDS,
        at_once: int = _AT_ONCE,
    ) -> None:
        self._kept_bytes, self._most, self._seconds = kept_bytes, kept, seconds
        self._images: OrderedDict[tuple[str, Wanted], bytes] = OrderedDict()
        self._size = 0
        self._lock = threading.Lock()
        self._drawing = threading.BoundedSemaphore(at_once)
        self._asked = threading.BoundedSemaphore(_ASKED_AT_ONCE)

    @property
    def size(self) -> int:
        """How many bytes are kept."""
        return self._size

    def image(self, file: BinaryIO, sha256: str, wanted: Wanted) -> bytes | None:
        """A page as a PNG; None where it cannot be drawn.

        Args:
            file: the PDF, open at its start.
            sha256: of what it holds, by which pictures are kept.
            wanted: the page, and the words to box on it.

        Raises:
            Busy: others are being drawn.
        """
        key = (sha256, wanted)
        if (image := self._look(key)) is not None:
            return image
        if not self._asked.acquire(blocking=False):
            raise Busy
        try:
            return self._drawn_in_turn(file, key)
        finally:
            self._asked.release()

    def _drawn_in_turn(self, file: BinaryIO, key: tuple[str, Wanted]) -> bytes | None:
        if not self._drawing.acquire(timeout=self._seconds):
            raise Busy
        try:
            image = self._look(key)  # another request may have had it drawn meanwhile
            if image is None and (image := self._drawn(file, key[1])) is not None:
                self._keep(key, image)
        finally:
            self._drawing.release()
        return image

    def _look(self, key: tuple[str, Wanted]) -> bytes | None:
        with self._lock:
            image = self._images.get(key)
            if image is not None:
                self._images.move_to_end(key)
            return image

    def _keep(self, key: tuple[str, Wanted], image: bytes) -> None:
        with self._lock:
            self._images[key] = image
            self._size += len(image)
            while len(self._images) > self._most or self._size > self._kept_bytes:
                self._size -= len(self._images.popitem(last=False)[1])

    def _drawn(self, file: BinaryIO, wanted: Wanted) -> bytes | None:
        """A page as another process draws it; None where that fails or takes too long."""
        if os.fstat(file.fileno()).st_size > _FILE_BYTES_MAX:
            return None
        command = [sys.executable, "-c", _START, json.dumps(asdict(wanted))]
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(part for part in sys.path if part)}
        try:
            return subprocess.run(
                command, stdin=file, capture_output=True, env=environment, timeout=self._seconds, check=True
            ).stdout
        except (OSError, subprocess.SubprocessError) as error:
            log.warning("Page %d of a file could not be drawn: %s", wanted.page, type(error).__name__)
            return None
