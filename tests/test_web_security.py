from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence

import pytest
from starlette.requests import Request
from starlette.responses import Response
from starlette.testclient import TestClient
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tests.town import HTML, JSON, problem
from web.problems import Problem
from web.security import HEADERS, BodyLimit, KnownHosts, SecurityHeaders, from_own_page

LIMIT = 1000


async def echo(scope: Scope, receive: Receive, send: Send) -> None:
    """An app that answers with the length of what it was sent, and with headers of its own."""
    length, more = 0, True
    while more:
        message = await receive()
        length, more = length + len(message.get("body", b"")), message.get("more_body", False)
    own = {"Cache-Control": "max-age=60", "X-Frame-Options": "ALLOWALL"} if scope["path"] == "/own" else {}
    await Response(str(length), headers=own)(scope, receive, send)


def passed(app: ASGIApp, kind: str) -> Sequence[str]:
    """The types of the messages that come out of an app for a scope that is no HTTP request."""
    sent: list[str] = []

    async def receive() -> Message:
        return {"type": f"{kind}.connect"}

    async def send(message: Message) -> None:
        sent.append(message["type"])

    async def run() -> None:
        await app({"type": kind, "headers": [], "path": "/"}, receive, send)

    asyncio.run(run())
    return sent


def answer_to(app: ASGIApp, *pieces: bytes) -> tuple[int, bytes]:
    """The status and the body that an app answers with to a request without a header, its body in these pieces."""
    sent: list[Message] = []
    coming = [{"type": "http.request", "body": piece, "more_body": True} for piece in pieces]
    coming.append({"type": "http.request", "body": b"", "more_body": False})

    async def receive() -> Message:
        return coming.pop(0)

    async def send(message: Message) -> None:
        sent.append(message)

    async def run() -> None:
        await app({"type": "http", "method": "POST", "path": "/", "query_string": b"", "headers": []}, receive, send)

    asyncio.run(run())
    return sent[0]["status"], b"".join(message["body"] for message in sent[1:])


async def accepting(scope: Scope, receive: Receive, send: Send) -> None:
    """An app that takes whatever comes: messages of the type that a response begins with, which is not one here."""
    await receive()
    await send({"type": "http.response.start", "status": 200})


# Headers


@pytest.mark.parametrize(
    ("directive", "value"),
    [
        ("default-src", "'none'"),
        ("script-src", "'self'"),
        ("style-src", "'self'"),
        ("img-src", "'self'"),
        ("form-action", "'self'"),
        ("base-uri", "'none'"),
        ("frame-ancestors", "'none'"),
        ("require-trusted-types-for", "'script'"),
    ],
)
def test_each_directive_of_the_content_security_policy_stands(client: TestClient, directive: str, value: str) -> None:
    policy = client.get("/").headers["content-security-policy"]
    directives = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert directives[directive] == value
    assert len(directives) == 8


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Embedder-Policy", "require-corp"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        ("X-Robots-Tag", "noindex, nofollow"),
    ],
)
def test_each_header_stands_on_answers_and_refusals(client: TestClient, name: str, value: str) -> None:
    for response in (client.get("/"), client.get("/nowhere"), client.get("/", headers={"Host": "evil.example"})):
        assert response.headers[name] == value
    assert len(HEADERS) == 9


def test_an_app_may_say_how_long_to_keep_an_answer_and_nothing_else() -> None:
    client = TestClient(SecurityHeaders(echo))
    assert client.get("/").headers["cache-control"] == "no-store"
    own = client.get("/own").headers
    assert (own["cache-control"], own["x-frame-options"]) == ("max-age=60", "DENY")


def test_every_response_carries_the_security_headers(client: TestClient) -> None:
    for path in (
        "/",
        "/?q=pool",
        "/ask?q=pool",
        "/ask",
        "/documents/roads",
        "/docs",
        "/openapi.json",
        "/healthz",
        "/nowhere",
        "/favicon.svg",
    ):
        headers = client.get(path).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert "cache-control" in headers
        assert "server" not in headers
    assert client.get("/ask?q=pool").headers["cache-control"] == "no-store"


# Hosts


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost", "LOCALHOST:80", "[::1]:8000", "192.168.7.9"])
def test_own_names_and_addresses_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/healthz", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8000", "", "a b", "[::1", "127.0.0.1:8000:1"],
)
def test_other_names_are_refused(client: TestClient, host: str) -> None:
    problem(client.get("/ask?q=pool", headers={"Host": host}), 421)


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("qa.example", 200),
        ("qa.example:8080", 200),
        ("QA.Example", 200),
        ("qa.example.", 200),
        ("qa.example.:8080", 200),
        ("localhost.", 200),
        ("intranet", 200),
        ("intranet.", 200),
        ("[2001:DB8::1]", 200),
        ("qa.example..", 421),
        (".qa.example", 421),
        (".", 421),
        ("xqa.example", 421),
        ("qa.example.evil.example", 421),
        ("qa.example:port", 421),
        ("qa.example:", 421),
        ("user@qa.example", 421),
        ("qa.example/", 421),
        ("[qa.example]", 421),
        ("*", 421),
    ],
)
def test_listed_names_are_answered_in_capitals_and_with_the_dot_of_a_full_name(host: str, status: int) -> None:
    client = TestClient(KnownHosts(echo, names=("qa.example", "Intranet.")))
    assert client.get("/", headers={"Host": host}).status_code == status


def test_without_a_list_only_localhost_and_addresses_are_answered() -> None:
    client = TestClient(KnownHosts(echo))
    assert [client.get("/", headers={"Host": host}).status_code for host in ("localhost", "10.0.0.1", "x")] == [
        200,
        200,
        421,
    ]


def test_a_request_without_a_host_is_refused_like_one_without_a_name() -> None:
    status, body = answer_to(KnownHosts(echo))
    assert status == 421 and b"does not answer to the name ''. Use its IP address" in body


def test_a_star_answers_to_every_name_and_to_none() -> None:
    client = TestClient(KnownHosts(echo, names=("*",)))
    assert {client.get("/", headers={"Host": host}).status_code for host in ("evil.example", "", "a b")} == {200}


def test_an_unknown_name_is_told_with_what_to_do() -> None:
    client = TestClient(KnownHosts(echo))
    said = problem(client.get("/", headers={"Host": "evil.example:80"}), 421)["detail"]
    assert said == (
        "This service does not answer to the name 'evil.example:80'. Use its IP address or localhost, "
        "or let the person who runs it add the name to the allowed hosts."
    )
    assert "evil.example:80" in client.get("/", headers={"Host": "evil.example:80", **HTML}).text


# Where it comes from


def sent_with(**headers: str) -> Request:
    pairs = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return Request({"type": "http", "headers": pairs})


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"host": "qa.example"},
        {"sec_fetch_site": "same-origin"},
        {"sec_fetch_site": "Same-Origin", "origin": "https://evil.example"},
        {"origin": "http://qa.example", "host": "qa.example"},
        {"origin": "https://QA.example:8000", "host": "qa.Example:8000"},
        {"origin": "", "host": "qa.example"},
    ],
)
def test_a_request_of_the_own_page_or_of_a_program_passes(headers: dict[str, str]) -> None:
    from_own_page(sent_with(**headers))


@pytest.mark.parametrize(
    "headers",
    [
        {"sec_fetch_site": "cross-site"},
        {"sec_fetch_site": "same-site", "origin": "http://qa.example", "host": "qa.example"},
        {"sec_fetch_site": "none"},
        {"origin": "http://evil.example", "host": "qa.example"},
        {"origin": "http://qa.example:80", "host": "qa.example"},
        {"origin": "qa.example", "host": "qa.example"},
        {"origin": "null", "host": "qa.example"},
        {"origin": "http://qa.example"},
    ],
)
def test_a_request_of_another_site_is_refused(headers: dict[str, str]) -> None:
    with pytest.raises(Problem) as refused:
        from_own_page(sent_with(**headers))
    assert refused.value.status_code == 403
    assert refused.value.detail == (
        "This was sent from the page of another site. Open this service's own page and send it from there."
    )


# The size of a body


def test_a_large_body_is_refused_with_and_without_a_declared_length(client: TestClient) -> None:
    def pieces() -> Iterator[bytes]:
        for _ in range(200):
            yield b" " * 1000

    problem(client.post("/ask", content=b" " * 200_000, headers=JSON), 413)
    problem(client.post("/ask", content=pieces(), headers=JSON), 413)
    problem(client.request("GET", "/healthz", content=b" " * 200_000), 413)


@pytest.mark.parametrize(("length", "status"), [(0, 200), (LIMIT - 1, 200), (LIMIT, 200), (LIMIT + 1, 413)])
def test_the_limit_is_the_largest_body_that_is_read(length: int, status: int) -> None:
    def pieces() -> Iterator[bytes]:
        for at in range(0, length, 300):
            yield b"x" * min(300, length - at)

    client = TestClient(BodyLimit(echo, LIMIT))
    declared = client.post("/", content=b"x" * length)
    assert declared.status_code == status
    assert status == 413 or declared.text == str(length)
    if status == 413:
        with pytest.raises(Problem, match="at most 1,000 bytes"):  # the app around it makes it a response
            client.post("/", content=pieces())
    else:
        assert client.post("/", content=pieces()).text == str(length)


@pytest.mark.parametrize(
    ("declared", "status"),
    [("1000", 200), ("1001", 413), ("0001001", 413), ("9" * 30, 413), ("-5", 200), ("many", 200), ("", 200)],
)
def test_a_declared_length_is_believed_when_it_is_a_number(declared: str, status: int) -> None:
    client = TestClient(BodyLimit(echo, LIMIT))
    response = client.request("GET", "/", headers={"Content-Length": declared})
    assert response.status_code == status
    if status == 413:
        assert problem(response, 413)["detail"] == "The request's body is too large. Send at most 1,000 bytes."


def test_a_body_that_is_declared_shorter_than_it_is_is_counted_all_the_same() -> None:
    client = TestClient(BodyLimit(echo, LIMIT))
    with pytest.raises(Problem):
        client.post("/", content=b"x" * (LIMIT + 1), headers={"Content-Length": "5"})


def test_the_pieces_of_a_body_are_counted_together() -> None:
    assert answer_to(BodyLimit(echo, LIMIT), b"x" * 600, b"x" * 400) == (200, b"1000")
    with pytest.raises(Problem) as refused:
        answer_to(BodyLimit(echo, LIMIT), b"x" * 600, b"x" * 401)
    assert refused.value.status_code == 413


@pytest.mark.parametrize("kind", ["websocket", "lifespan"])
def test_what_is_no_request_passes_untouched(kind: str) -> None:
    for app in (SecurityHeaders(accepting), KnownHosts(accepting), BodyLimit(accepting, 0)):
        assert passed(app, kind) == ["http.response.start"]
