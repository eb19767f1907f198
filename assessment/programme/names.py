"""Names of participants in, one text out."""

from collections.abc import Iterable


def listed(names: Iterable[str]) -> str:
    """Names one after the other; where one holds a comma, semicolons say where each ends.

    >>> listed(["La recyclerie", "Le jardin"]), listed(["Bois, atelier d'insertion", "Le jardin"])
    ('La recyclerie, Le jardin', "Bois, atelier d'insertion ; Le jardin")
    """
    every = tuple(names)
    return (" ; " if any("," in each for each in every) else ", ").join(every)
