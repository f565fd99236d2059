"""Notices: what whoever reads an answer should know of how the question was taken."""

from __future__ import annotations

from qa.answer import Notice
from qa.query import Interpretation


def notices(read: Interpretation) -> tuple[Notice, ...]:
    """What is to be told of how a question was read: signs of other search engines that are not obeyed."""
    if not read.ignored:
        return ()
    one = len(read.ignored) == 1
    signs = ", ".join(read.ignored)
    return (Notice("ignored_syntax", f"{signs} {'is' if one else 'are'} searched as plain words."),)
