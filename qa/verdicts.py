"""What may be said of an answer."""

from __future__ import annotations

from typing import Final, Literal, get_args

Kind = Literal["answers_it", "thumbs_up", "thumbs_down", "nothing_answers", "should_be_answered"]
"""The first three are said of one passage, the others of all that was found."""

KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
OF_ALL: Final[frozenset[Kind]] = frozenset({"nothing_answers", "should_be_answered"})
COMMENT_MAX_CHARS: Final = 500
