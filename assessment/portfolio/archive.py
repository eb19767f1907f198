"""Documents with names in, a zip of them out, one after the other: never more than one in memory. Names are safe."""

import datetime
import re
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from assessment.portfolio import wording_of_exports as wording

#: Signs of a name that are kept; with a number and an ending, every system takes what comes out.
LONGEST = 60
#: Names that Windows keeps for its devices.
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(10))})
#: A zip holds no day before this one.
_FIRST_DAY = datetime.date(1980, 1, 1)


def safe_name(text: str | None) -> str:
    """A name that every computer takes.

    >>> safe_name("Le jardin d'Élise !"), safe_name("../../etc"), safe_name("CON"), safe_name(None)
    ('le-jardin-d-elise', 'etc', 'projet-con', 'projet')
    """
    plain = unicodedata.normalize("NFKD", (text or "").replace("œ", "oe").replace("æ", "ae"))
    kept = re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode().lower().replace("'", "-")).strip("-")
    kept = kept[:LONGEST].strip("-")
    return f"{wording.UNNAMED}-{kept}" if kept in _DEVICES else kept or wording.UNNAMED


def file_names(names: Iterable[str | None], ending: str) -> Iterator[str]:
    """A safe name for each, all different; those that would be the same are numbered.

    >>> list(file_names(["Élan", "elan", None], ".pdf"))
    ['elan.pdf', 'elan-2.pdf', 'projet.pdf']
    """
    taken: set[str] = set()
    for text in names:
        name, number = safe_name(text), 1
        told = name
        while told in taken:
            number += 1
            told = f"{name}-{number}"
        taken.add(told)
        yield f"{told}{ending}"


def zipped(file: BinaryIO, documents: Iterable[tuple[str, bytes]], day: datetime.date) -> Iterator[str]:
    """Write each document, with its name, into *file* when it comes, and yield its name once it is there.

    Whoever stops listening closes the zip: what was written can be opened. *day*: the date that files have in it.
    """
    about = max(day, _FIRST_DAY)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in documents:
            entry = zipfile.ZipInfo(name, (about.year, about.month, about.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
            yield name
