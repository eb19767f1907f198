"""JALONS_* variables in, Settings out: what the person who runs an installation decides. Every mistake at once."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from platformdirs import user_data_path
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from assessment.errors import AssessmentError, Problem

PREFIX = "JALONS_"
#: The cookie by which a browser comes back to the dossiers that a private link let it into.
VISIT_COOKIE = "jalons_visite"
#: Engines that can keep dossiers.
SQLITE, POSTGRES = "sqlite", "postgresql+psycopg"
REMEDIES = {
    "DATABASE": f"Écrivez {SQLITE}:///chemin ou {POSTGRES}://utilisateur@hôte/base, ou rien.",
    "ADDRESS": "Écrivez par exemple https://jalons.exemple.fr, sans rien après.",
    "PROXY": "Écrivez 1 ou 0.",
}


class SettingsError(AssessmentError):
    """What the operator decided cannot be."""


def _database(address: str) -> str:
    if address and not address.startswith((f"{SQLITE}:///", f"{POSTGRES}://")):
        raise ValueError("ce moteur n'est pas connu.")
    if address.partition("?")[0] in (f"{SQLITE}:///", f"{SQLITE}:///:memory:"):
        raise ValueError("elle ne garderait rien.")
    return address


def _address(address: str) -> str:
    """A scheme, a host, perhaps a port, and nothing else."""
    if address and not _is_origin(address):
        raise ValueError("ce n'est pas l'adresse d'un site.")
    return address


def _is_origin(address: str) -> bool:
    try:
        parts = urlsplit(address)
        named = parts.hostname and (parts.port is None or parts.port > 0)
    except ValueError:
        return False
    return bool(
        named
        and parts.scheme in ("http", "https")
        and "@" not in parts.netloc
        and address == f"{parts.scheme}://{parts.netloc}"
    )


class Settings(BaseModel):
    """What the operator decides.

    *data*: the folder of this installation; *database*: where dossiers are kept (empty: SQLite in that folder);
    *address*: the public address (empty: this machine only); *controller*: who answers for personal data;
    *proxy*: a proxy on this machine forwards what it receives.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    data: Path = Field(default_factory=lambda: data_folder())
    database: Annotated[str, AfterValidator(_database)] = ""
    address: Annotated[str, AfterValidator(_address)] = ""
    controller: str = ""
    #: Months without activity before a purge: a dossier whose result was never seen, the others, and gatherings.
    draft_months: int = Field(12, ge=1, le=120)
    dossier_months: int = Field(24, ge=1, le=120)
    gathering_months: int = Field(24, ge=1, le=120)
    #: Hours that a browser stays in a dossier without its link.
    visit_hours: int = Field(12, ge=1, le=24 * 30)
    proxy: bool = False

    @property
    def database_address(self) -> str:
        """Where dossiers are kept, as SQLAlchemy writes it."""
        return self.database or f"{SQLITE}:///{self.data.resolve() / 'dossiers.db'}"

    @property
    def is_public(self) -> bool:
        """Whether other machines come here."""
        return bool(self.address)


def read_settings(variables: Mapping[str, str] | None = None) -> Settings:
    """Settings from JALONS_* *variables* (default: the environment); raises SettingsError with every problem.

    >>> read_settings({"JALONS_DRAFT_MONTHS": "6"}).draft_months
    6
    """
    given = os.environ if variables is None else variables
    names = {f"{PREFIX}{name.upper()}": name for name in Settings.model_fields}
    chosen = {name: given[key] for key, name in names.items() if given.get(key)}
    try:
        return Settings(**chosen)
    except ValidationError as error:
        raise SettingsError(_problem(each["loc"][0], each) for each in error.errors()) from error


def data_folder() -> Path:
    """Where this installation keeps its data: JALONS_DATA, else the user's own data folder."""
    return Path(os.environ.get(f"{PREFIX}DATA") or user_data_path("jalons", appauthor=False))


def _problem(name: str | int, error: Mapping[str, object]) -> Problem:
    variable = str(name).upper()
    what = str(error["msg"]).removeprefix("Value error, ")
    if error["type"] != "value_error":
        what = f"« {error['input']} » n'est pas admis."
    limits = error.get("ctx") or {}
    admitted = ", ".join(
        f"{word} {limits[key]}" for key, word in (("ge", "au moins"), ("le", "au plus")) if key in limits
    )
    remedy = f"Écrivez un nombre : {admitted}." if admitted else "Écrivez un nombre entier."
    return Problem("wrong-setting", f"{PREFIX}{variable}", what, REMEDIES.get(variable, remedy))
