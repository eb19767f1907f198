"""The name of an edition in, its files out, each with its text and its model: for tools that work file by file.

`open_edition` joins these files into one Edition and forgets which file a rule or an item comes from.
"""

from pathlib import Path

from assessment.content.catalogue import Catalogue
from assessment.content.conditions import Written
from assessment.content.edition import FILES
from assessment.content.links import Links
from assessment.content.names import File
from assessment.content.rules import RuleFile
from assessment.content.shelf import SHIPPED, editions, files_of, open_edition
from assessment.content.stability import Stability
from assessment.errors import EditionMissing, Problem, nearest

#: Files that an edition can do without.
OPTIONAL: dict[str, type[Written]] = {"stability.yaml": Stability, "links.yaml": Links}
#: The file that stands beside the editions, as the folder of the catalogue does.
BESIDE = ("catalogue/", "links.yaml")


def folder_of(name: str, root: Path = SHIPPED) -> Path:
    """The folder of the edition called *name*; raises EditionMissing with the nearest name."""
    known = editions(root)
    if name not in known:
        here = f"Éditions présentes : {', '.join(known) or 'aucune'}."
        what = f"l'édition « {name} » n'est pas dans {root}."
        raise EditionMissing([Problem("unknown-edition", "édition", what, nearest(name, known) or here)])
    return root / name


def read_files(name: str, root: Path = SHIPPED) -> tuple[File, ...]:
    """Every file of an edition, its catalogue last; raises EditionMissing, or ContentError with every problem."""
    folder_of(name, root)
    open_edition(name, root)
    return files_of(name, root)


def kind_of(file: str) -> type[Written] | None:
    """The model of a file by its name in an edition: project.yaml, rules/modules.yaml, catalogue/centres.yaml."""
    if file.startswith("catalogue/"):
        return Catalogue
    if file.startswith("rules/"):
        return FILES.get(file, RuleFile)
    return FILES.get(file) or OPTIONAL.get(file)


def place_of(file: str, name: str, root: Path) -> Path:
    """Where a file of the edition called *name* stands under *root*."""
    return root / file if file.startswith(BESIDE) else root / name / file
