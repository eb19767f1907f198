"""Who asks: every act on what is kept names one of these; there is no way to ask without."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Anyone:
    """A visitor who showed nothing."""


@dataclass(frozen=True, slots=True)
class Holder:
    """A visitor whom a private link let into a dossier; what the link still allows is read again at each act."""

    dossier: str
    link: str


@dataclass(frozen=True, slots=True)
class Owner:
    """A visitor whom a private link let into a gathering, to work on it or only to look; read again at each act."""

    gathering: str
    link: str


@dataclass(frozen=True, slots=True)
class Guest:
    """A visitor whom the invitation of a gathering let see what it asks; whether it still stands is read each time."""

    gathering: str
    link: str


@dataclass(frozen=True, slots=True)
class Operator:
    """Whoever runs the command line on the server."""


Principal = Anyone | Holder | Owner | Guest | Operator
ANYONE, OPERATOR = Anyone(), Operator()
