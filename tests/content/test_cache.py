"""What YAML said is kept as JSON and comes back exactly the same; whatever is amiss with it is read again from YAML."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from assessment.content import cache
from assessment.content.cache import MOST, examined, parsed
from assessment.content.links import Links
from assessment.content.reading import read
from assessment.content.shelf import SHIPPED, open_edition
from assessment.content.yaml_reading import parse
from assessment.errors import ContentError, Problem

PACKAGE = Path(__file__).parents[2] / "assessment"
CONTENT = b"title: Essai\nday: 2026-11-22\nsteps: [1, 2.0, true, ~]\n"
NAME = "essai.yaml"
#: Opens the content and says what it is, for a process of its own.
OPENING = (
    "from hashlib import sha256; from assessment.content.shelf import open_edition;"
    "print(sha256(repr(open_edition()).encode()).hexdigest())"
)
#: Parses a few texts again and again, for a process of its own; the first argument is the folder.
WRITING = (
    "import sys; from pathlib import Path; from assessment.content.cache import parsed; folder = Path(sys.argv[1])\n"
    "for turn in range(40):\n"
    "    for each in range(5):\n"
    "        content = b'a: [%d, 2026-11-22]' % each\n"
    "        if turn % 2: [path.unlink(missing_ok=True) for path in folder.iterdir() if not path.suffix]\n"
    "        found = parsed(content, 'essai.yaml', folder).data\n"
    "        assert repr(found) == '{\\'a\\': [%d, datetime.date(2026, 11, 22)]}' % each, found\n"
)


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "cache"


def kept(folder: Path) -> Path:
    """The only file that is kept."""
    (place,) = folder.iterdir()
    return place


def typed(data: object) -> object:
    """*data* with the type of every value and key, in their order."""
    if isinstance(data, dict):
        return type(data), [(typed(key), typed(value)) for key, value in data.items()]
    if isinstance(data, list | tuple):
        return type(data), [typed(value) for value in data]
    return type(data), repr(data)


def came_back(content: bytes, folder: Path) -> tuple[object, bool]:
    """The data of a second reading, and whether it came from what was kept: used (dated anew), not written again."""
    parsed(content, NAME, folder)
    place = kept(folder)
    os.utime(place, (0, 0))
    before = place.stat().st_ino
    data = parsed(content, "autre.yaml", folder).data
    return typed(data), (place.stat().st_ino, place.stat().st_mtime > 0) == (before, True)


@pytest.mark.parametrize("path", sorted(SHIPPED.rglob("*.yaml")), ids=lambda path: path.relative_to(SHIPPED).as_posix())
def test_a_shipped_file_comes_back_exactly_as_yaml_said_it(path: Path, folder: Path):
    content = path.read_bytes()

    assert came_back(content, folder) == (typed(parse(content, NAME).data), True)


@pytest.mark.parametrize(
    "content",
    [
        CONTENT,
        b"a: 2026-11-22T14:32:05\nb: 2026-11-22T14:32:05.25\nc: 2026-11-22",
        b"a: '2026-11-22'\nb: '1'\nc: 'true'\n'1': x\n'null': y",
        b"a: 1\nb: 1.0\nc: true\nd: -0.0\ne: 1e300\nf: 123456789012345678901234567890\ng: .inf\nh: .nan",
        b"a: {}\nb: []\nc: ''\nd: ~\n'': {'': 2026-11-22}",
        'a: "L\'été « déjà » 😀\\n\\tfin\\u2028"'.encode(),
        b"\xef\xbb\xbfa: 1\r\nb: 2\r\n",
        b"2026-11-22",
        b"~",
        b"b: 1\na: 2",
    ],
)
def test_what_json_cannot_tell_apart_comes_back_as_it_was(content: bytes, folder: Path):
    assert came_back(content, folder) == (typed(parse(content, NAME).data), True)


@pytest.mark.parametrize(
    "content",
    [b"a: {'!date': '2026-11-22'}", b"a: {'!date': 1}", b"a: {'!datetime': 'x'}", b"a: 0x" + b"f" * 5000],
    ids=["the mark of a date", "not a text", "not a date", "a number too long to write"],
)
def test_what_would_not_come_back_the_same_is_not_kept(content: bytes, folder: Path):
    expected = parse(content, NAME).data

    assert (parsed(content, NAME, folder).data == expected, folder.exists()) == (True, False)


def test_what_comes_back_has_the_text_and_every_line(folder: Path):
    parsed(CONTENT, "first.yaml", folder)
    again, afresh = parsed(CONTENT, NAME, folder), parse(CONTENT, NAME)

    assert again == afresh
    assert again.where(("steps", 1)) == afresh.where(("steps", 1)) == "essai.yaml, ligne 3, steps"


def test_what_is_wrong_is_told_at_its_line_when_it_was_kept(folder: Path):
    wrong = b"links:\n  - address: https://exemple.fr\n    checked: hier\n    answered: true\n    resultat: 200\n"
    parsed(wrong, NAME, folder)
    with pytest.raises(ContentError) as caught:
        read(parsed(wrong, NAME, folder), Links)

    assert [problem.where for problem in caught.value.problems] == [
        "essai.yaml, ligne 3, links › checked",
        "essai.yaml, ligne 5, links › resultat",
    ]


def test_what_yaml_refuses_is_refused_every_time_and_not_kept(folder: Path):
    for _ in range(2):
        with pytest.raises(ContentError) as caught:
            parsed(b"a: 1\na: 2\n", NAME, folder)

        assert [problem.where for problem in caught.value.problems] == ["essai.yaml, ligne 2"]
    assert not folder.exists()


def cut_short(place: Path) -> None:
    os.truncate(place, place.stat().st_size - 1)


def change_a_letter(place: Path) -> None:
    place.write_bytes(place.read_bytes().replace(b"Essai", b"Essay"))


def empty(place: Path) -> None:
    place.write_bytes(b"")


def write_json(place: Path) -> None:
    place.write_bytes(b'{"title": "Autre"}')


def write_noise(place: Path) -> None:
    place.write_bytes(bytes(range(256)))


def put_another_file_there(place: Path) -> None:
    parsed(b"title: Autre", NAME, place.parent)
    other = next(path for path in place.parent.iterdir() if path != place)
    other.replace(place)


def let_others_write(place: Path) -> None:
    place.chmod(0o666)


@pytest.mark.parametrize(
    "spoil",
    [cut_short, change_a_letter, empty, write_json, write_noise, put_another_file_there, let_others_write],
    ids=lambda spoil: spoil.__name__,
)
def test_a_spoiled_file_is_ignored_and_written_again(spoil: Callable[[Path], None], folder: Path):
    parsed(CONTENT, NAME, folder)
    place = kept(folder)
    good = place.read_bytes()
    spoil(place)
    found = parsed(CONTENT, NAME, folder)

    assert found == parse(CONTENT, NAME)
    assert (kept(folder), place.read_bytes(), place.stat().st_mode & 0o777) == (place, good, 0o600)


def test_the_folder_is_for_its_owner_alone(folder: Path):
    parsed(CONTENT, NAME, folder)

    assert [each.stat().st_mode & 0o777 for each in (folder.parent, folder, kept(folder))] == [0o700, 0o700, 0o600]


@pytest.mark.parametrize("mode", [0o770, 0o707, 0o777])
def test_a_folder_where_others_write_is_not_used(mode: int, folder: Path):
    parsed(CONTENT, NAME, folder)
    os.utime(kept(folder), (0, 0))
    folder.chmod(mode)

    assert (parsed(CONTENT, NAME, folder), parsed(b"b: 2", NAME, folder).data) == (parse(CONTENT, NAME), {"b": 2})
    assert kept(folder).stat().st_mtime == 0


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder away")
def test_a_folder_of_somebody_else_is_not_used(folder: Path):
    parsed(CONTENT, NAME, folder)
    os.utime(kept(folder), (0, 0))
    os.chown(folder, 65534, 65534)

    assert (parsed(CONTENT, NAME, folder), kept(folder).stat().st_mtime) == (parse(CONTENT, NAME), 0)


def test_a_place_where_nothing_can_be_written_is_no_error(tmp_path: Path):
    (tmp_path / "file").write_text("")

    assert parsed(CONTENT, NAME, tmp_path / "file" / "cache") == parse(CONTENT, NAME)


def test_a_folder_where_a_file_should_be_is_no_error(folder: Path):
    parsed(CONTENT, NAME, folder)
    place = kept(folder)
    place.unlink()
    place.mkdir()

    assert (parsed(CONTENT, NAME, folder), list(folder.iterdir())) == (parse(CONTENT, NAME), [place])


def test_the_folder_stays_bounded_and_what_was_used_last_stays(folder: Path):
    parsed(b"used: 1", NAME, folder)
    used = kept(folder)
    for number in range(MOST + 9):
        old = folder / f"old{number}"
        old.write_text("")
        os.utime(old, (number, number))
    os.utime(used, (0, 0))
    parsed(b"used: 1", NAME, folder)
    parsed(CONTENT, NAME, folder)
    left = {path.name for path in folder.iterdir()}

    assert left >= {used.name, *(f"old{number}" for number in range(11, MOST + 9))}
    assert len(left) == MOST


def test_another_reader_reads_for_itself(folder: Path, monkeypatch: pytest.MonkeyPatch):
    parsed(CONTENT, NAME, folder)
    first = kept(folder)
    monkeypatch.setattr(cache, "version", lambda _: "0.0")
    cache._reader.cache_clear()
    parsed(CONTENT, NAME, folder)
    cache._reader.cache_clear()

    assert len({*folder.iterdir()} - {first}) == 1


def test_processes_that_start_at_once_do_not_disturb_each_other(folder: Path):
    running = [
        subprocess.Popen([sys.executable, "-c", WRITING, str(folder)], stderr=subprocess.PIPE, text=True)
        for _ in range(3)
    ]

    assert [(each.communicate()[1], each.returncode) for each in running] == [("", 0)] * 3
    assert [path.name for path in folder.iterdir() if path.suffix] == []


def test_the_second_start_opens_the_same_edition_from_what_was_kept(tmp_path: Path):
    environment = {**os.environ, "JALONS_DATA": str(tmp_path)}
    folder = tmp_path / "cache"

    def start() -> str:
        return subprocess.run(
            [sys.executable, "-c", OPENING], env=environment, check=True, capture_output=True, text=True
        ).stdout

    first = start()
    before = {path: path.stat().st_ino for path in folder.iterdir()}
    for path in before:
        os.utime(path, (0, 0))

    assert start() == first
    # What was read, that nothing was wrong, and the edition itself; only the last is then taken up, with its card.
    assert len(before) == len([*SHIPPED.rglob("*.yaml")]) + 2
    assert {path: path.stat().st_ino for path in folder.iterdir()} == before
    assert len([path for path in folder.iterdir() if path.stat().st_mtime > 0]) <= 2


FILES = (("a.yaml", "a: 1\n"), ("b.yaml", "b: 2\n"))
WRONG = Problem("wrong", "a.yaml", "ceci est faux.", "Corrigez.")


def looked_at(folder: Path, *files: tuple[str, str], found: tuple[Problem, ...] = ()) -> bool:
    """Whether files are looked at, and then only what was *found* is told."""
    looks = []

    def examine() -> list[Problem]:
        looks.append(files)
        return list(found)

    assert examined(files, examine, folder) == (list(found) if looks else [])
    return looks == [files]


def test_files_in_which_nothing_was_wrong_are_looked_at_once(folder: Path):
    assert [looked_at(folder, *FILES) for _ in range(3)] == [True, False, False]


def test_files_in_which_something_was_wrong_are_looked_at_each_time(folder: Path):
    assert [looked_at(folder, *FILES, found=(WRONG,)) for _ in range(3)] == [True, True, True]


@pytest.mark.parametrize(
    "files",
    [
        (("a.yaml", "a: 1\n"), ("b.yaml", "b: 3\n")),
        (("a.yaml", "a: 1\n"), ("c.yaml", "b: 2\n")),
        (("a.yaml", "a: 1\n"),),
        (*FILES, ("c.yaml", "")),
        (("b.yaml", "b: 2\n"), ("a.yaml", "a: 1\n")),
    ],
    ids=["a letter", "a name", "one less", "one more", "another order"],
)
def test_files_that_differ_in_anything_are_looked_at(files: tuple[tuple[str, str], ...], folder: Path):
    looked_at(folder, *FILES)

    assert looked_at(folder, *files)


@pytest.mark.parametrize("mode", [0o620, 0o602])
def test_nobody_else_can_say_that_nothing_is_wrong(mode: int, folder: Path):
    looked_at(folder, *FILES)
    kept(folder).chmod(mode)

    assert looked_at(folder, *FILES)


def test_what_was_kept_of_another_file_does_not_say_that_nothing_is_wrong(folder: Path):
    looked_at(folder, *FILES)
    place = kept(folder)
    other = folder / "other"
    parsed(b"true", NAME, other)
    place.write_bytes(kept(other).read_bytes())

    assert looked_at(folder, *FILES)


def test_an_edition_that_was_sound_is_refused_once_it_is_changed(tmp_path: Path):
    root = tmp_path / "questionnaires"
    shutil.copytree(SHIPPED, root)
    open_edition(root=root)
    rules = next(path for path in sorted(root.glob("*/rules/*.yaml")) if "items:" in path.read_text(encoding="utf-8"))
    text = rules.read_text(encoding="utf-8")
    rules.write_text(re.sub(r"items: \[\S+?([,\]])", r"items: [NOWHERE\1", text, count=1), encoding="utf-8")

    with pytest.raises(ContentError, match="NOWHERE"):
        open_edition(root=root)


def test_only_the_shelf_keeps_what_it_reads():
    """What strangers hand in is never kept."""
    using = {path.stem for path in PACKAGE.rglob("*.py") if "content.cache" in path.read_text(encoding="utf-8")}

    assert using == {"shelf", "kept_edition"}
