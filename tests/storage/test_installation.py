"""An attachment says where it was issued; nothing about its results is believed."""

import datetime
import json
from pathlib import Path

import pytest

from assessment.errors import StorageError
from assessment.storage.installation import is_ours, issue

NOW = datetime.datetime(2026, 11, 22, 14, 32, 5, tzinfo=datetime.UTC)
DATA = {"version": 1, "edition": "e", "project": {"answers": {"BES1": 2}}}


def test_an_attachment_is_the_answer_file_and_who_issued_it(tmp_path: Path):
    attached = json.loads(issue(DATA, NOW, "e", tmp_path))

    issued = attached.pop("issued")
    assert attached == DATA
    assert (issued["at"], issued["edition"], sorted(issued)) == (
        "2026-11-22T14:32:05+00:00",
        "e",
        ["at", "edition", "hmac", "installation"],
    )


def test_what_this_installation_issued_is_ours(tmp_path: Path):
    assert is_ours(json.loads(issue(DATA, NOW, "e", tmp_path)), tmp_path)


@pytest.mark.parametrize(
    "change",
    [
        {"project": {"answers": {"BES1": 5}}},
        {"edition": "f"},
        {"issued": {}},
        {"issued": None},
        {"more": 1},
    ],
)
def test_an_attachment_that_was_changed_is_not_ours(change: dict, tmp_path: Path):
    assert not is_ours({**json.loads(issue(DATA, NOW, "e", tmp_path)), **change}, tmp_path)


def test_another_installation_does_not_own_it(tmp_path: Path):
    assert not is_ours(json.loads(issue(DATA, NOW, "e", tmp_path / "one")), tmp_path / "two")


def test_the_key_is_made_once_and_only_its_owner_reads_it(tmp_path: Path):
    issue(DATA, NOW, "e", tmp_path)
    key = tmp_path / "installation.key"
    first = key.read_bytes()
    issue(DATA, NOW, "e", tmp_path)

    assert (key.read_bytes(), key.stat().st_mode & 0o777, [path.name for path in tmp_path.iterdir()]) == (
        first,
        0o600,
        ["installation.key"],
    )


def test_a_data_folder_that_cannot_serve_is_told(tmp_path: Path):
    (tmp_path / "file").write_text("")

    with pytest.raises(StorageError) as raised:
        issue(DATA, NOW, "e", tmp_path / "file")

    assert str(raised.value) == (
        f"{tmp_path / 'file'} : ce dossier de données ne peut pas servir. "
        "Donnez-en un autre avec --data, ou les droits d'y écrire."
    )
