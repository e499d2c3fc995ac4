"""Where a file lies, when the place itself is a danger: networks and folders that others sync."""

from __future__ import annotations

from pathlib import Path, PurePath

from app.domain.reasons import Reason

NETWORKS = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "afpfs", "fuse.sshfs", "9p", "ncpfs"})
"""File systems that are another machine's disk."""

SYNCED = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Disk",
    "googledrive": "Google Disk",
    "mobile documents": "iCloud",
    "icloud drive": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "jottacloud": "Jottacloud",
}
"""How a synced folder's name begins, and what it is called."""

MOUNTS = Path("/proc/mounts")


def danger_of(path: Path, mounts: Path = MOUNTS) -> Reason | None:
    """Why the place of `path` is a danger to it, in words for the user; None when it is not."""
    place = path.absolute()
    if service := _service(place):
        return Reason("place_is_synced", file=path.name, service=service)
    if is_on_network(place, mounts):
        return Reason("place_is_network", file=path.name)
    return None


def is_on_network(path: Path, mounts: Path = MOUNTS) -> bool:
    """Whether the disk that `path` lies on is another machine's."""
    place = path.absolute()
    return str(place).startswith("\\\\") or _file_system(place, mounts) in NETWORKS


def _service(place: PurePath) -> str | None:
    for part in place.parent.parts:
        for start, service in SYNCED.items():
            if part.lower().startswith(start):
                return service
    return None


def _file_system(place: PurePath, mounts: Path) -> str:
    """The kind of file system of the nearest mount point; empty where the system does not say."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    found = [(PurePath(_plain(line.split()[1])), line.split()[2]) for line in lines if " " in line]
    under = [(point, kind) for point, kind in found if place.is_relative_to(point)]
    return max(under, key=lambda item: len(item[0].parts), default=(None, ""))[1]


def _plain(text: str) -> str:
    """A mount point as it is named: the table writes a blank as `\\040`."""
    return text.replace("\\040", " ")
