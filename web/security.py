"""What guards the door: response headers, the Host header, where a form comes from, and the size of a body."""

from __future__ import annotations

import re
from collections.abc import Collection
from ipaddress import ip_address

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web.problems import Problem, respond

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # without one, browsers would not say that a form is our own
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "X-Robots-Tag": "noindex, nofollow",
}
_HOST = re.compile(r"(?P<name>\[[0-9A-Fa-f:.]+\]|[^:\[\]/@\s]+)(?::\d+)?")


class SecurityHeaders:
    """Adds `HEADERS` to every response, and "no-store" to each that does not say how long to keep it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        await self.app(scope, receive, guarded if scope["type"] == "http" else send)


class KnownHosts:
    """Refuses a request addressed to a name nobody gave this service, which is how DNS rebinding works.

    "localhost" and every literal IP address are accepted, since no attacker's name is either of them; other names must
    be listed. Capitals make no difference, and neither does the one dot that a full name of the DNS may end with.

    Args:
        names: further host names, without a port; "*" accepts every name.
    """

    def __init__(self, app: ASGIApp, names: Collection[str] = ()) -> None:
        self.app = app
        self.names = {"localhost", *(_canonical(name) for name in names)}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] == "http" and "*" not in self.names:
            host = Headers(scope=scope).get("host", "")
            if not self._is_known(host):
                problem = Problem(
                    421,
                    f"This service does not answer to the name {host!r}. Use its IP address or localhost, "
                    "or let the person who runs it add the name to the allowed hosts.",
                )
                await respond(Request(scope), problem)(scope, receive, send)
                return
        await self.app(scope, receive, send)

    def _is_known(self, host: str) -> bool:
        match = _HOST.fullmatch(host)
        if match is None:
            return False
        name = _canonical(match["name"])
        try:
            ip_address(name.strip("[]"))
        except ValueError:
            return name in self.names
        return True


def _canonical(name: str) -> str:
    return name.lower().removesuffix(".")


def from_own_page(request: Request) -> None:
    """Refuse what a browser sends from the page of another site, so that no link or hidden form can write here.

    A browser says where a request comes from in Sec-Fetch-Site, or over plain HTTP in Origin; what says neither is no
    browser (the rule of Go's http.CrossOriginProtection).

    Raises:
        Problem: 403, when it comes from elsewhere.
    """
    site, origin, host = (request.headers.get(name, "").lower() for name in ("sec-fetch-site", "origin", "host"))
    if site != "same-origin" if site else origin and origin.partition("://")[2] != host:
        raise Problem(
            403, "This was sent from the page of another site. Open this service's own page and send it from there."
        )


class BodyLimit:
    """Refuses a request whose body is larger than a limit, whether or not it says so beforehand.

    Args:
        max_bytes: the largest body that is read.
    """

    def __init__(self, app: ASGIApp, max_bytes: int) -> None:
        self.app = app
        self.max_bytes = max_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        problem = Problem(413, f"The request's body is too large. Send at most {self.max_bytes:,} bytes.")
        declared = Headers(scope=scope).get("content-length", "0")
        if declared.isdecimal() and int(declared[:20]) > self.max_bytes:
            await respond(Request(scope), problem)(scope, receive, send)
            return
        seen = 0

        async def counted() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > self.max_bytes:
                raise problem
            return message

        await self.app(scope, counted, send)
