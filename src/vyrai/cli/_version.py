"""What `vyrai --version` says."""

from __future__ import annotations

from datetime import date
from pathlib import Path


def version(atlas_dir: Path | None) -> str:
    """Version of the code, first letters of the hash of the atlas, day of its newest fact."""
    from vyrai import __version__
    from vyrai.cli._session import open_atlas

    atlas = open_atlas(atlas_dir)
    newest = date.fromordinal(max(atlas.newest, 1)).isoformat()
    return f"vyrai {__version__}\natlas {atlas.version[:12]}, newest fact of {newest}"
