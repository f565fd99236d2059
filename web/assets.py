"""The static files: read once, made shorter, and served at addresses that change with their content."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

_MEDIA_TYPES = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}
_NOT_NEEDED = {
    ".css": re.compile(rb"/\*[^*]*\*/|\s*(?:(?<=[{};,])|(?=[{}]))\s*"),
    ".js": re.compile(rb"^\s+(?://.*\s+)*|^//.*\s+", re.M),
}
"""What a browser does not need: comments, indentation, and in a style sheet the spaces around its signs."""


@dataclass(frozen=True, slots=True)
class Asset:
    """A static file's content, its media type, and the name it is served under."""

    content: bytes
    media_type: str
    served_as: str


def _read(path: Path) -> Asset:
    content = path.read_bytes()
    if path.suffix in _NOT_NEEDED:
        content = _NOT_NEEDED[path.suffix].sub(b"", content)
    digest = hashlib.sha256(content).hexdigest()[:16]
    return Asset(content, _MEDIA_TYPES[path.suffix], f"{path.stem}.{digest}{path.suffix}")


ASSETS = {
    path.name: _read(path)
    for path in sorted((Path(__file__).parent / "static").iterdir())
    if path.suffix in _MEDIA_TYPES
}
BY_ADDRESS = {asset.served_as: asset for asset in ASSETS.values()}


def address(name: str) -> str:
    """Where a static file is served; the address names its content, so it can be kept for ever."""
    return f"/static/{ASSETS[name].served_as}"
