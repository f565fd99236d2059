"""What may be said of an answer."""

from __future__ import annotations

from typing import Final, Literal, get_args

Kind = Literal["answers_it", "thumbs_up", "thumbs_down", "nothing_answers"]
"""The first three are said of one passage, the last of all that was found."""

KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
COMMENT_MAX_CHARS: Final = 500
