"""A mailbox is cut where its mails begin, and nowhere else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus.mail.mailbox import count, mails, starts_mailbox

LINE = b"From pat@example.org Tue Mar 14 09:30:00 2023\n"
BODIES = st.text(alphabet="aF rom:\n>", max_size=60).map(lambda text: text.replace("\nFrom ", "\n>From ").encode())


@given(st.lists(BODIES, min_size=1, max_size=4))
def test_mails_come_out_as_they_went_in(bodies: list[bytes]) -> None:
    kept = [b"Subject: S\n\n" + body + b"\n\n" for body in bodies]
    found = list(mails(b"".join(LINE + mail for mail in kept)))
    assert [mail.replace(b"\n>From ", b"\nFrom ") for mail in found] == [
        mail.replace(b"\n>From ", b"\nFrom ") for mail in kept
    ]
    assert count(b"".join(LINE + mail for mail in kept), 3) == min(len(kept), 3)


def test_only_a_line_with_a_header_behind_it_starts_a_mailbox() -> None:
    assert starts_mailbox((LINE + b"Subject: S\n").decode())
    assert starts_mailbox("\n" + (LINE + b"Return-Path: <a@b.org>\n").decode())
    assert not starts_mailbox("From 2019 on all was well.\nSubject: S\n")
    assert not starts_mailbox((LINE + b"Words.\n").decode())
    assert not starts_mailbox("From: a@b.org\nSubject: S\n")
    assert list(mails(b"no mailbox")) == []
