"""What reading one file may take, and what is said of a file that would take more."""

from __future__ import annotations

import signal
from dataclasses import dataclass
from typing import Final

MB: Final = 1_000_000
_MEMORY_FACTOR: Final = 3  # a text is held as bytes and as characters of up to two bytes each
_SECONDS_A_MB: Final = 10
_WAITING_FACTOR: Final = 10  # a process may be waiting for a disk, or for a program that it has started


@dataclass(frozen=True, slots=True)
class ReadLimits:
    """What reading one file may take.

    Attributes:
        memory_mb: memory of the process that reads it, in MB; three times the file's size is added, and for a
            compressed file three times the size of what it holds.
        seconds: of a processor; ten more are added for each MB of the file, or of what it holds.
        file_mb: the size of the file itself, in MB.
    """

    memory_mb: int = 700
    seconds: int = 60
    file_mb: int = 500

    def memory(self, size: int) -> int:
        """How many bytes of memory reading a file of so many bytes may take."""
        return self.memory_mb * MB + _MEMORY_FACTOR * size

    def processor_seconds(self, size: int) -> int:
        """How many seconds of a processor reading a file of so many bytes may take."""
        return self.seconds + _SECONDS_A_MB * size // MB

    def waiting_seconds(self, size: int) -> int:
        """For how many seconds one may wait for what a file of so many bytes gives."""
        return self.processor_seconds(size) * _WAITING_FACTOR

    def too_large(self, size: int) -> str | None:
        """What to say of a file of so many bytes that is too large to be read; None of another."""
        if size <= self.file_mb * MB:
            return None
        return (
            f"It has {size / MB:,.0f} MB, and no file of more than {self.file_mb:,} MB is read. "
            "Split it, or set QA_FILE_MAX_MB higher."
        )

    def too_much_memory(self, size: int) -> str:
        """What to say of a file that needs too much memory."""
        return (
            f"Reading it takes more than {self.memory(size) / MB:,.0f} MB of memory, so it was left out. It may be "
            "damaged or made to do harm. If you trust it, save it anew or in parts, or set QA_READ_MEMORY_MB higher."
        )

    def too_long(self, size: int) -> str:
        """What to say of a file that takes too long."""
        return (
            f"Reading it takes more than {self.processor_seconds(size):,} seconds, so it was left out. It may be "
            "damaged or made to do harm. If you trust it, save it anew or in parts, or set QA_READ_SECONDS higher."
        )

    def ended(self, size: int, status: int) -> str:
        """What to say of a file whose reading ended the process that read it.

        Args:
            size: of the file, in bytes.
            status: of the process; the number of a signal below 0.
        """
        if status == -signal.SIGXCPU:
            return self.too_long(size)
        return (
            f"Reading it broke down ({_named(status)}), as happens with a damaged file, or one that takes more than "
            f"{self.memory(size) / MB:,.0f} MB of memory. Save it anew, or as .pdf or .txt; or, if you trust it, set "
            "QA_READ_MEMORY_MB higher."
        )


def _named(status: int) -> str:
    try:
        return signal.Signals(-status).name
    except ValueError:
        return f"status {status}"
