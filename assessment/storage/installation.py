"""An answer file's data in, the attachment of a report out: the same data, signed by the key of this installation.

The signature says « émis par cette installation et inchangé », nothing more: results are always computed again.
"""

import datetime
import hashlib
import hmac
import json
import os
import secrets
from pathlib import Path
from typing import Any

from assessment.errors import Problem, StorageError
from assessment.settings import data_folder

Json = dict[str, Any]


def issue(data: Json, day: datetime.datetime, edition: str, folder: Path | None = None) -> bytes:
    """UTF-8 JSON of an answer file with *issued*: time, edition, installation and the HMAC-SHA256 of all the rest."""
    key = key_of(folder or data_folder())
    issued = {"at": day.isoformat(timespec="seconds"), "edition": edition, "installation": _name(key)}
    signed = {**data, "issued": issued}
    mark = _mark(signed, key)
    return json.dumps({**data, "issued": {**issued, "hmac": mark}}, ensure_ascii=False, indent=1).encode()


def is_ours(data: Json, folder: Path | None = None) -> bool:
    """Whether an attachment was issued by this installation and is unchanged."""
    issued = data.get("issued")
    if not isinstance(issued, dict) or not isinstance(issued.get("hmac"), str):
        return False
    rest = {name: value for name, value in issued.items() if name != "hmac"}
    mark = _mark({**data, "issued": rest}, key_of(folder or data_folder()))
    return hmac.compare_digest(mark.encode(), issued["hmac"].encode())


def _mark(data: Json, key: bytes) -> str:
    canonical = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hmac.new(key, canonical.encode(), hashlib.sha256).hexdigest()


def _name(key: bytes) -> str:
    return hashlib.sha256(b"installation:" + key).hexdigest()[:16]


def key_of(folder: Path) -> bytes:
    """The key of this installation, made on first use; of two first uses at once, one key wins."""
    path = folder / "installation.key"
    try:
        if not path.exists():
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            made = folder / f"installation.{secrets.token_hex(8)}.new"
            made.touch(mode=0o600)
            made.write_text(secrets.token_hex(32), encoding="ascii")
            try:
                os.link(made, path)
            except FileExistsError:
                pass
            finally:
                made.unlink()
        return bytes.fromhex(path.read_text(encoding="ascii").strip())
    except (OSError, ValueError) as error:
        raise StorageError(
            [
                Problem(
                    "no-data-folder",
                    str(folder),
                    "ce dossier de données ne peut pas servir.",
                    "Donnez-en un autre avec --data, ou les droits d'y écrire.",
                )
            ]
        ) from error
