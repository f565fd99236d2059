from __future__ import annotations

from web.assets import ASSETS, BY_ADDRESS, address


def test_an_address_names_its_content() -> None:
    assert set(ASSETS) == {"copy.js", "favicon.svg", "recent.js", "style.css"}
    for name, asset in ASSETS.items():
        assert BY_ADDRESS[address(name).removeprefix("/static/")] is asset
        stem, digest, suffix = asset.served_as.split(".")
        assert f"{stem}.{suffix}" == name and len(digest) == 16
    assert len({asset.served_as for asset in ASSETS.values()}) == len(ASSETS)


def test_each_kind_of_file_has_its_media_type() -> None:
    types = {name: asset.media_type for name, asset in ASSETS.items()}
    assert types == {
        "copy.js": "text/javascript; charset=utf-8",
        "favicon.svg": "image/svg+xml",
        "recent.js": "text/javascript; charset=utf-8",
        "style.css": "text/css; charset=utf-8",
    }
