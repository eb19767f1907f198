"""What the YAML reader says in English in, a Problem in French out, at the line where the mistake begins."""

from ruamel.yaml.error import StringMark, YAMLError

from assessment.errors import Problem

OPENED, HERE = "context_mark", "problem_mark"
#: Code -> (what, remedy).
SAID = {
    "tab": ("la ligne commence par une tabulation.", "Remplacez-la par des espaces."),
    "open-quote": ("un guillemet s'ouvre ici et ne se ferme pas.", "Fermez-le à la fin du texte."),
    "quote-inside": (
        "le texte continue après le guillemet qui le ferme.",
        "Gardez un guillemet au début et un à la fin ; à l'intérieur, écrivez « ».",
    ),
    "escape": (
        "la barre oblique inverse (\\) a un sens spécial entre guillemets doubles.",
        "Mettez le texte entre guillemets simples (').",
    ),
    "open-bracket": (
        "un crochet ou une accolade s'ouvre ici, et sa suite ne se lit pas.",
        "Séparez par des virgules et fermez par ] ou }. Si c'est un texte, mettez-le entre guillemets.",
    ),
    "colon": ("un deux-points est de trop dans ce texte.", "Mettez le texte entre guillemets."),
    "no-colon": (
        "il manque un deux-points suivi d'une espace, ou du décalage.",
        "Écrivez « clé: valeur », ou décalez la ligne si elle continue un texte.",
    ),
    "first-sign": ("un texte ne peut pas commencer par ce signe.", "Mettez le texte entre guillemets."),
    "several-documents": ("le fichier contient plusieurs documents.", "Retirez la ligne « --- » ou « ... »."),
    "block-text": (
        "le texte commence sur la ligne du signe > ou |.",
        "Commencez-le à la ligne suivante, décalé de deux espaces.",
    ),
    "not-aligned": (
        "cette ligne n'est pas alignée avec ses voisines.",
        "Donnez-lui le même décalage qu'aux clés voisines, avec des espaces.",
    ),
    "anchor": (
        "les ancres et renvois (& et *) ne sont pas admis.",
        "Répétez le texte, ou mettez-le entre guillemets s'il commence par & ou *.",
    ),
    "tag": ("un point d'exclamation commence ce texte.", "Mettez le texte entre guillemets."),
    "dash": (
        "une liste ne commence pas sur la ligne de sa clé.",
        "Mettez le tiret à la ligne suivante, ou le texte entre guillemets.",
    ),
    "hidden-sign": ("ce texte contient un signe qui ne s'affiche pas.", "Retapez le texte."),
    "not-yaml": (
        "cette ligne n'est pas du YAML correct (décalage, deux-points ou guillemet ?).",
        "Comparez-la avec ses voisines, et mettez entre guillemets un texte qui contient « : ».",
    ),
}
#: Words of the reader -> (code, where the mistake begins); the first that fits.
CODES = (
    ("character '\\t'", "tab", HERE),
    ("quoted scalar: found unexpected end", "open-quote", OPENED),
    ("unknown escape", "escape", HERE),
    ("while parsing a flow", "open-bracket", OPENED),
    ("mapping values are not allowed", "colon", HERE),
    ("could not find expected ':'", "no-colon", OPENED),
    ("that cannot start any token", "first-sign", HERE),
    ("single document", "several-documents", HERE),
    ("expected a comment or a line break", "block-text", HERE),
    ("chomping or indentation", "block-text", HERE),
    ("sequence entries are not allowed", "dash", HERE),
    ("while scanning an a", "anchor", HERE),
    ("ing a tag", "tag", HERE),
    ("<document start>", "not-aligned", HERE),
    ("expected <block end>", "not-aligned", HERE),
    ("", "not-yaml", HERE),
)


def in_french(error: YAMLError, text: str, name: str) -> Problem:
    """The Problem for what the reader refused in *text*."""
    position = getattr(error, "position", None)
    if isinstance(position, int):
        return problem("hidden-sign", name, text.count("\n", 0, position))
    said = f"{getattr(error, 'context', '')}: {getattr(error, 'problem', '')}"
    code, begins = next((code, begins) for words, code, begins in CODES if words in said)
    mark = getattr(error, begins, None) or getattr(error, HERE, None)
    if mark is None:
        return problem(code, name, None)
    return problem(*_looked_at(code, mark, text, name))


def problem(code: str, name: str, line: int | None) -> Problem:
    """The Problem of this code at a line counted from 0, or in the whole file."""
    return Problem(code, name if line is None else f"{name}, ligne {line + 1}", *SAID[code])


def _looked_at(code: str, mark: StringMark, text: str, name: str) -> tuple[str, str, int]:
    """A closer look at what the reader cannot tell apart: quotes that close too soon or too late, and lines moved."""
    before = text[: mark.index].rstrip()
    if code == "not-aligned" and before.endswith(('"', "'")):
        opened = text.count("\n", 0, before.rfind(before[-1], 0, len(before) - 1))
        if opened < (closed := before.count("\n")):
            return "open-quote", name, opened
        return "quote-inside" if closed == mark.line else "not-aligned", name, mark.line
    here = text.splitlines()[mark.line] if code == "colon" else ""
    if code == "colon" and here.count(": ") + here.rstrip().endswith(":") < 2:
        return "not-aligned", name, mark.line
    return code, name, mark.line
