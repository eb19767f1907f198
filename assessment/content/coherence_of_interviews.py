"""The making of an interview guide in, what cannot be filled in out; see coherence.py."""

from collections.abc import Callable
from string import Formatter

from assessment.content.conditions import Written
from assessment.content.interview import Effects, InterviewMethod, Missing, Motive
from assessment.content.names import Found, Names

#: Key -> what is filled in between braces; the others are shown as they are.
FILLED = {
    "lead": ("what",),
    "shown": ("what",),
    "with_others": ("what",),
    "together": ("before", "after"),
    "stage": ("before", "after"),
    "consolidated": ("before", "after"),
    "level": ("before", "after"),
    "confidence": ("before", "after"),
    "range": ("lowest", "highest"),
    "level_range": ("lowest", "highest"),
    "zone": ("zone",),
    "ask": ("what",),
    "now": ("stage",),
    "next": ("stage",),
}


def _filled(part: Written, _names: Names) -> Found:
    """Whether what stands between braces can be filled in."""
    for key in type(part).model_fields:
        sentence, possible = getattr(part, key), FILLED.get(key, ())
        if not isinstance(sentence, str):
            continue
        remedy = f"Mots possibles : {', '.join(f'{{{word}}}' for word in possible)}." if possible else "Retirez-le."
        try:
            words = [word for _, word, _, _ in Formatter().parse(sentence) if word is not None]
        except ValueError:
            yield (key,), "open-brace", "une accolade s'ouvre ou se ferme seule.", remedy
            continue
        for word in words:
            if word not in possible:
                yield (key,), "unknown-word", f"« {{{word}}} » ne peut pas être rempli ici.", remedy


CHECKS: tuple[tuple[type[Written], Callable[..., Found]], ...] = (
    (Effects, _filled),
    (Missing, _filled),
    (Motive, _filled),
    (InterviewMethod, _filled),
)
