"""What Outlook keeps under numbers becomes the parts of a mail."""

from __future__ import annotations

import pytest

from corpus.errors import UnreadableFile
from corpus.mail.outlook import read_outlook
from corpus.mail.parts import Attachment, Choice, Mail
from tests.made_msg import Tree, attached_message, attachment, compound_file, message


def test_a_message_within_a_message_is_a_part_and_a_file_is_attached() -> None:
    inner = message("Inner", plain="Inner words.", depth=1)
    mail = read_outlook(
        compound_file(message("Outer", plain="Words.", attached=[attached_message(inner), attachment("a.txt", b"A.")]))
    )
    assert isinstance(mail.parts[0], Choice) and isinstance(mail.parts[1], Mail)
    assert mail.parts[1].subject == "Inner"
    assert mail.attached == (Attachment("a.txt", "", b"A."),)


def test_messages_within_messages_are_read_to_a_depth() -> None:
    tree: Tree = message("S", plain="Deepest.", depth=1)
    for _ in range(25):
        tree = message("S", plain="Words.", depth=1, attached=[attached_message(tree)])
    mail = read_outlook(compound_file(message("Top", plain="Words.", attached=[attached_message(tree)])))
    assert len(mail.unread) == 1 and "20 deep" in mail.unread[0]


@pytest.mark.parametrize("data", [b"", b"words", bytes.fromhex("d0cf11e0a1b11ae1"), compound_file({"Workbook": b"x"})])
def test_what_is_no_message_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match="damaged Outlook message"):
        read_outlook(data)
