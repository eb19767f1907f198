"""An installation in, what is unsafe in it out: each with its reason and its remedy. Looked at before every start."""

import multiprocessing
import os
from dataclasses import dataclass
from urllib.parse import urlsplit

from streamlit import config
from streamlit.config_option import ConfigOption

from assessment.errors import AssessmentError, Problem
from assessment.settings import Settings, read_settings
from assessment.storage import opening

#: What `jalons doctor` says that it has looked at.
EXAMINED = (
    "les réglages JALONS_*",
    "les réglages de Streamlit, d'où qu'ils viennent",
    "l'adresse publique et le proxy",
    "les droits sur le dossier de données",
    "la base de données",
)
#: Names of this machine for itself, as an address to listen to.
LOCAL = ("localhost", "127.0.0.1", "::1")
_BY_FLAG, _BY_DEFAULT = "la ligne de commande ou d'une variable STREAMLIT_*", "Streamlit lui-même"


@dataclass(frozen=True, slots=True)
class Option:
    """A setting of Streamlit, the values that are safe, and what another one does; *most*: up to the value."""

    name: str
    safe: tuple[object, ...]
    risk: str
    most: bool = False

    def holds(self, value: object) -> bool:
        """Whether a value is safe."""
        if self.most:
            return isinstance(value, int | float) and 0 < value <= self.safe[0]
        return value in self.safe and not (isinstance(value, bool) ^ isinstance(self.safe[0], bool))


OPTIONS = (
    Option("browser.gatherUsageStats", (False,), "chaque visite serait signalée à un tiers."),
    Option("client.showErrorDetails", ("none",), "une erreur montrerait le code et ce qu'il traitait."),
    Option("client.showErrorLinks", (False,), "une erreur inviterait à la chercher sur d'autres sites."),
    Option("client.allowedOrigins", ([],), "d'autres sites pourraient commander les pages."),
    Option("client.toolbarMode", ("minimal", "viewer"), "les visiteurs verraient le menu de qui développe."),
    Option("server.address", LOCAL, "Jalons répondrait sans protection aux autres machines."),
    Option("server.maxUploadSize", (5,), "des fichiers trop grands rempliraient la mémoire.", most=True),
    Option("server.maxWidgetStateSize", (2,), "des messages trop grands rempliraient la mémoire.", most=True),
    Option("server.enableStaticServing", (False,), "des fichiers du dossier static/ seraient servis tels quels."),
    Option("server.enableXsrfProtection", (True,), "un autre site pourrait déposer des fichiers à votre place."),
    Option("server.enableCORS", (True,), "un autre site pourrait lire les réponses."),
    Option("server.corsAllowedOrigins", ([],), "un autre site pourrait lire les réponses."),
    Option("server.enableAgentApi", (False,), "des programmes pourraient répondre à la place des personnes."),
    Option("server.trustedUserHeaders", ({},), "une requête pourrait se donner une identité."),
    Option("server.unsafeMetricsUserAttributes", ([],), "les mesures nommeraient des personnes."),
    Option("server.enableWebsocketCompression", (False,), "un petit message pourrait remplir la mémoire."),
    Option("server.scriptHealthCheckEnabled", (False,), "n'importe qui pourrait faire tourner les pages."),
    Option("server.baseUrlPath", ("",), "les protections ne reconnaîtraient plus les adresses."),
    Option("server.runOnSave", (False,), "les pages changeraient pendant que des personnes répondent."),
    Option("server.fileWatcherType", ("none",), "les pages changeraient pendant que des personnes répondent."),
    Option("runner.magicEnabled", (False,), "une valeur oubliée dans le code s'afficherait."),
    Option("runner.postScriptGC", (False,), "chaque réponse attendrait dix fois plus longtemps."),
    Option("logger.enableRich", (False,), "le journal citerait ce que les personnes ont écrit."),
    Option("logger.level", ("info", "warning", "error"), "le journal citerait ce que les personnes ont écrit."),
    Option("global.developmentMode", (False,), "les protections de Streamlit seraient relâchées."),
    Option("global.e2eTest", (False,), "un visiteur pourrait arrêter le serveur."),
)


def examine(settings: Settings) -> tuple[Problem, ...]:
    """Everything that is unsafe in this installation, whose Streamlit configuration is loaded."""
    return (*_of_streamlit(), *_of_publication(settings), *_of_files(settings), *opening.examine(settings))


def examine_all() -> tuple[Problem, ...]:
    """The same, when it is not even known that the settings can be read."""
    try:
        settings = read_settings()
    except AssessmentError as error:
        return (*error.problems, *_of_streamlit())
    return examine(settings)


def _of_streamlit() -> list[Problem]:
    found = []
    for option in OPTIONS:
        value = config.get_option(option.name)
        if not option.holds(value):
            wanted = " ou ".join(map(_written, option.safe)) + (" au plus" if option.most else "")
            found.append(
                Problem(
                    "unsafe-option",
                    f"Streamlit {option.name}",
                    f"{_written(value)} n'est pas sûr : {option.risk}",
                    f"Il faut {wanted} ; cette valeur vient de {_source(option.name)}.",
                )
            )
    return found


def _of_publication(settings: Settings) -> list[Problem]:
    found = []
    trusted = os.environ.get("FORWARDED_ALLOW_IPS", "")
    if trusted not in ("", "127.0.0.1"):
        what = "d'autres machines pourraient se faire passer pour un visiteur."
        found.append(Problem("open-proxy", "FORWARDED_ALLOW_IPS", what, "Retirez cette variable."))
    if os.environ.get("WEB_CONCURRENCY", "1") not in ("", "1") or multiprocessing.parent_process() is not None:
        what = "plusieurs processus derrière un seul port perdent des visites."
        remedy = "Retirez ce réglage, et donnez un port à chaque processus."
        found.append(Problem("shared-port", "WEB_CONCURRENCY, --workers", what, remedy))
    if not settings.is_public:
        return found
    where = "JALONS_ADDRESS"
    if os.environ.get("JALONS_CONTENT"):
        what = "un contenu en cours d'écriture changerait pendant que des personnes répondent."
        found.append(Problem("public-preview", where, what, "Servez l'aperçu sur cette machine seulement."))
    if urlsplit(settings.address).scheme != "https":
        what = "sans https, réponses et liens privés se lisent en chemin."
        found.append(Problem("no-https", where, what, "Donnez une adresse en https://, servie par votre proxy."))
    if not settings.controller:
        what = "personne ne répond des données reçues par cette adresse publique."
        remedy = "Écrivez dans JALONS_CONTROLLER qui en répond et comment le joindre."
        found.append(Problem("no-controller", where, what, remedy))
    if not settings.proxy:
        what = "une adresse publique passe par un proxy, et tous les visiteurs paraîtraient n'être qu'un."
        found.append(Problem("no-proxy", where, what, "Mettez JALONS_PROXY=1 et un proxy https sur cette machine."))
    return found


def _of_files(settings: Settings) -> list[Problem]:
    """Windows has other rights, that this cannot read."""
    if os.name != "posix":
        return []
    folder = settings.data.resolve()
    kept = (folder, folder / "installation.key")
    return [
        Problem(
            "readable-by-others",
            str(path),
            "d'autres personnes de cette machine peuvent le lire.",
            f"chmod {'700' if path.is_dir() else '600'} '{path}'",
        )
        for path in kept
        if path.exists() and path.stat().st_mode & 0o077
    ]


def _source(option: str) -> str:
    """Where the value of an option was written."""
    where = config.get_where_defined(option)
    return {config._DEFINED_BY_FLAG: _BY_FLAG, ConfigOption.DEFAULT_DEFINITION: _BY_DEFAULT}.get(where, where)


def _written(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return "rien" if value in (None, "", [], {}) else f"« {value} »"
