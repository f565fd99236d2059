"""What reading a file may take grows with the file, and what is said of one that takes more says what to do."""

from __future__ import annotations

import signal

import pytest

from corpus.limits import ReadLimits

LIMITS = ReadLimits(memory_mb=300, seconds=10, file_mb=2)


def test_a_larger_file_may_take_more() -> None:
    assert [LIMITS.memory(size) for size in (0, 10_000_000)] == [300_000_000, 330_000_000]
    assert [LIMITS.processor_seconds(size) for size in (0, 999_999, 10_000_000)] == [10, 19, 110]
    assert LIMITS.waiting_seconds(0) == 100


def test_only_a_file_above_the_limit_is_too_large() -> None:
    assert LIMITS.too_large(2_000_000) is None
    reason = LIMITS.too_large(2_600_000)
    assert reason == "It has 3 MB, and no file of more than 2 MB is read. Split it, or set QA_FILE_MAX_MB higher."


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        (LIMITS.too_much_memory(10_000_000), ("330 MB", "QA_READ_MEMORY_MB")),
        (LIMITS.too_long(10_000_000), ("110 seconds", "QA_READ_SECONDS")),
        (LIMITS.ended(0, -signal.SIGXCPU), ("10 seconds", "QA_READ_SECONDS")),
        (LIMITS.ended(0, -signal.SIGSEGV), ("SIGSEGV", "300 MB", "Save it anew")),
        (LIMITS.ended(0, 3), ("status 3", "Save it anew")),
        (LIMITS.ended(0, -250), ("status -250",)),
    ],
)
def test_what_is_said_names_the_limit_and_what_to_do(reason: str, said: tuple[str, ...]) -> None:
    assert all(each in reason for each in said) and reason.endswith(".")
