"""Compressing pages, JSON, style and scripts on their way; files and pictures are sent as they are."""

from __future__ import annotations

import gzip
from typing import Final

import anyio.to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COMPRESSED: Final = frozenset(
    {"text/html", "text/css", "text/javascript", "application/json", "application/problem+json"}
)
"""Media types that are compressed."""
_LEAST_BYTES: Final = 1_000
"""Fewer fit into one packet either way."""
_LEVEL: Final = 6
_OWN_SITES: Final = ("", "none", "same-origin")


class Compression:
    """Compresses a response of one of `COMPRESSED` with gzip where the client takes it, and leaves all others alone.

    What the page of another site asks for is never compressed: who can make somebody's browser ask and see how long
    the encrypted answers are could guess words in them by their length (BREACH).
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] == "http":
            send = _Compressing(send, is_taken=_may_compress(Headers(scope=scope))).send
        await self.app(scope, receive, send)


class _Compressing:
    """Holds back the start of a response until its body is there, where that may be compressed.

    Whoever keeps one of the two forms is told that there are two: by `Vary` on both, and by an `ETag` that is weak on
    the compressed one, which is not the same bytes.
    """

    def __init__(self, send: Send, *, is_taken: bool) -> None:
        self._send = send
        self._is_taken = is_taken
        self._start: Message | None = None

    async def send(self, message: Message) -> None:
        """Pass on a message of a response, compressed where it may be."""
        if message["type"] == "http.response.start" and _is_compressible(message):
            self._start = message
            return
        if self._start is not None and message["type"] == "http.response.body":
            start, self._start = self._start, None
            body = message.get("body", b"")
            headers = MutableHeaders(scope=start)
            if not message.get("more_body") and len(body) >= _LEAST_BYTES:
                headers.add_vary_header("Accept-Encoding")
                if self._is_taken:
                    body = await anyio.to_thread.run_sync(gzip.compress, body, _LEVEL)
                    message = {**message, "body": body}
                    _say_compressed(headers, len(body))
            await self._send(start)
        await self._send(message)


def _say_compressed(headers: MutableHeaders, length: int) -> None:
    headers["Content-Encoding"] = "gzip"
    headers["Content-Length"] = str(length)
    if headers.get("etag", "").startswith('"'):
        headers["ETag"] = f"W/{headers['etag']}"


def _is_compressible(start: Message) -> bool:
    headers = Headers(raw=start["headers"])
    kind = headers.get("content-type", "").partition(";")[0]
    return start["status"] not in (204, 206, 304) and kind in COMPRESSED and "content-encoding" not in headers


def _may_compress(headers: Headers) -> bool:
    """Whether a request takes gzip, and comes from this service's own page or from none."""
    if headers.get("sec-fetch-site", "") not in _OWN_SITES:
        return False
    for accepted in headers.get("accept-encoding", "").lower().split(","):
        name, *parameters = (part.strip() for part in accepted.split(";"))
        if name == "gzip":
            return not any(one.replace(" ", "") in ("q=0", "q=0.0", "q=0.00", "q=0.000") for one in parameters)
    return False
