"""The scales of a snapshot's judgements, written beside them, so that whoever opens it knows what its keys mean."""

from __future__ import annotations

import json
from pathlib import Path

from corpus.judgements.scales import Scales, scales_of


def write_scales(path: Path, scales: Scales) -> None:
    """Write the tables of some scales."""
    path.write_text(json.dumps(scales.content, ensure_ascii=False), encoding="utf-8")


def read_scales(path: Path) -> Scales:
    """The scales in a file that `write_scales` wrote."""
    return scales_of(tuple(json.loads(path.read_text(encoding="utf-8"))))
