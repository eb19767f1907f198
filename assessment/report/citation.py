"""A content's `source` in, the same told in words out: « Rapport d'activité 2017 », Le RAMEAU, juin 2018 (Annexe 4)."""

from collections.abc import Container, Iterable

from assessment.content.catalogue import Catalogue, Reference
from assessment.content.references import OUR_CHOICE
from assessment.report import wording


def cite(source: str, catalogue: Catalogue) -> str:
    """The sources, each named once with its sections, our own choices last; a name that is not known stays as it is."""
    sections: dict[str, list[str]] = {}
    for cited in source.split(" ; "):
        name, section = _parted(cited.strip(), catalogue.reference)
        sections.setdefault(name, []).extend([section] if section and section not in sections.get(name, []) else [])
    told = [_told(catalogue.reference.get(name), name, found) for name, found in sections.items() if name != OUR_CHOICE]
    return " ; ".join([*told, *([wording.OUR_CHOICE] if OUR_CHOICE in sections else [])])


def _parted(cited: str, known: Container[str]) -> tuple[str, str]:
    """The longest known id that *cited* starts with, and the section behind it."""
    name = cited
    while name and name not in known:
        name = name.rpartition(" ")[0]
    return name or cited, cited[len(name) :].strip() if name else ""


def _told(reference: Reference | None, name: str, sections: Iterable[str]) -> str:
    if reference is None:
        return name
    titled = reference.title.startswith("(") and reference.title.endswith(")")
    title = wording.capital(reference.title[1:-1]) if titled else f"« {reference.title} »"
    inside = ", ".join(sections)
    return ", ".join(filter(None, (title, reference.publisher, reference.date))) + (f" ({inside})" if inside else "")
