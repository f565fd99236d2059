"""The static files: read once, made shorter, and served at addresses that change with their content."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import rcssmin
import rjsmin

_MEDIA_TYPES = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}
_SHORTER: Mapping[str, Callable[[bytes], bytes]] = {".css": rcssmin.cssmin, ".js": rjsmin.jsmin}
"""What leaves out the comments and spaces that a browser does not need."""


@dataclass(frozen=True, slots=True)
class Asset:
    """A static file's content, its media type, and the name it is served under."""

    content: bytes
    media_type: str
    served_as: str


def _read(path: Path) -> Asset:
    written = path.read_bytes()
    content = _SHORTER[path.suffix](written) if path.suffix in _SHORTER else written
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
