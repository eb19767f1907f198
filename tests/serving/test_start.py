"""Starting and stopping: what is unsafe never starts, whoever starts it."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from servers import ROOT, SERVE, WAYS, Server, running, visiting, with_cache

from assessment.cli.server import EXAMINED, NOTHING_WRONG, SERVING
from assessment.serving.doctor import EXAMINED as LOOKED_AT
from assessment.serving.doctor import OPTIONS

JALONS = Path(sys.executable).with_name("jalons")
DOCTOR = [sys.executable, "-c", "from assessment.cli.app import main; main()", "doctor"]


def ended(command, data, cwd=ROOT, **environment):
    """Exit code and everything written by a command that ends by itself."""
    data.mkdir(mode=0o700, exist_ok=True)
    given = {**os.environ, "JALONS_DATA": str(data), **environment}
    ran = subprocess.run(command, cwd=cwd, env=given, capture_output=True, text=True, timeout=60)
    return ran.returncode, ran.stdout + ran.stderr


@pytest.mark.parametrize("way", WAYS)
def test_a_public_address_that_is_not_safe_does_not_start(way, tmp_path):
    found = ended([*WAYS[way], "8999"], tmp_path / "data", JALONS_ADDRESS="http://jalons.example.org")

    assert found == (
        2,
        "Jalons ne démarre pas : 3 points à corriger.\n"
        "JALONS_ADDRESS : sans https, réponses et liens privés se lisent en chemin. "
        "Donnez une adresse en https://, servie par votre proxy.\n"
        "JALONS_ADDRESS : personne ne répond des données reçues par cette adresse publique. "
        "Écrivez dans JALONS_CONTROLLER qui en répond et comment le joindre.\n"
        "JALONS_ADDRESS : une adresse publique passe par un proxy, et tous les visiteurs paraîtraient n'être qu'un. "
        "Mettez JALONS_PROXY=1 et un proxy https sur cette machine.\n",
    )


@pytest.mark.parametrize("way", WAYS)
def test_a_configuration_that_is_not_safe_does_not_start(way, copied, tmp_path):
    root = copied()
    settings = root / ".streamlit" / "config.toml"
    settings.write_text(settings.read_text().replace("gatherUsageStats = false", "gatherUsageStats = true"))

    assert ended([*WAYS[way], "8999"], tmp_path / "data", root) == (
        2,
        "Jalons ne démarre pas : 1 point à corriger.\n"
        "Streamlit browser.gatherUsageStats : true n'est pas sûr : chaque visite serait signalée à un tiers. "
        f"Il faut false ; cette valeur vient de {settings}.\n",
    )


def test_what_streamlit_reads_from_the_environment_is_looked_at_too(tmp_path):
    found = ended(
        [*WAYS["streamlit run"], "8999", "--server.address", "0.0.0.0"],
        tmp_path / "data",
        STREAMLIT_SERVER_ENABLE_AGENT_API="true",
    )

    assert found == (
        2,
        "Jalons ne démarre pas : 2 points à corriger.\n"
        "Streamlit server.address : « 0.0.0.0 » n'est pas sûr : Jalons répondrait sans protection aux autres machines. "
        "Il faut « localhost » ou « 127.0.0.1 » ou « ::1 » ; cette valeur vient de la ligne de commande ou d'une "
        "variable STREAMLIT_*.\n"
        "Streamlit server.enableAgentApi : true n'est pas sûr : des programmes pourraient répondre à la place des "
        "personnes. Il faut false ; cette valeur vient de la ligne de commande ou d'une variable STREAMLIT_*.\n",
    )


def test_every_setting_that_matters_is_looked_at(copied, tmp_path):
    """The shipped configuration, emptied: what Streamlit does by itself is mostly unsafe."""
    root = copied()
    (root / ".streamlit" / "config.toml").write_text("", encoding="utf-8")
    code, told = ended(DOCTOR, tmp_path / "data", root)

    assert code == 2
    assert [line.split(" : ")[0] for line in told.splitlines()] == [
        f"Streamlit {name}"
        for name in (
            "browser.gatherUsageStats",
            "client.showErrorDetails",
            "client.showErrorLinks",
            "client.allowedOrigins",
            "client.toolbarMode",
            "server.address",
            "server.maxUploadSize",
            "server.maxWidgetStateSize",
            "server.fileWatcherType",
            "runner.magicEnabled",
            "runner.postScriptGC",
            "logger.enableRich",
        )
    ]


def test_an_empty_user_configuration_cannot_undo_ours(tmp_path):
    (tmp_path / ".streamlit").mkdir()
    (tmp_path / ".streamlit" / "config.toml").write_text("[browser]\ngatherUsageStats = true\n", encoding="utf-8")

    assert ended(DOCTOR, tmp_path / "data", tmp_path, HOME=str(tmp_path))[0] == 0


@pytest.mark.parametrize(
    ("variables", "told"),
    [
        (
            {"FORWARDED_ALLOW_IPS": "*"},
            "FORWARDED_ALLOW_IPS : d'autres machines pourraient se faire passer pour un visiteur. "
            "Retirez cette variable.\n",
        ),
        (
            {"WEB_CONCURRENCY": "2"},
            "WEB_CONCURRENCY, --workers : plusieurs processus derrière un seul port perdent des visites. "
            "Retirez ce réglage, et donnez un port à chaque processus.\n",
        ),
        (
            {"JALONS_DRAFT_MONTHS": "0"},
            "JALONS_DRAFT_MONTHS : « 0 » n'est pas admis. Écrivez un nombre : au moins 1.\n",
        ),
        (
            {"JALONS_DATABASE": "postgresql+psycopg://nobody@127.0.0.1:1/none"},
            "base de données : elle ne répond pas. Attendez un instant, puis essayez encore.\n",
        ),
    ],
)
def test_the_doctor_tells_what_else_is_unsafe(variables, told, tmp_path):
    assert ended(DOCTOR, tmp_path / "data", **variables) == (2, told)


def test_data_that_others_can_read_is_not_served(tmp_path):
    data = tmp_path / "data"
    ended(DOCTOR, data)
    data.chmod(0o755)
    (data / "installation.key").chmod(0o644)

    assert ended(DOCTOR, data) == (
        2,
        f"{data} : d'autres personnes de cette machine peuvent le lire. chmod 700 '{data}'\n"
        f"{data}/installation.key : d'autres personnes de cette machine peuvent le lire. "
        f"chmod 600 '{data}/installation.key'\n",
    )


def test_a_sound_installation_has_nothing_to_mend(tmp_path):
    assert ended(DOCTOR, tmp_path / "data") == (
        0, f"{EXAMINED.format(what=' ; '.join(LOOKED_AT))}\n{NOTHING_WRONG}\n"
    )  # fmt: skip


def test_every_risk_is_a_sentence():
    assert [each.name for each in OPTIONS if not each.risk.endswith(".")] == []


@pytest.mark.parametrize("way", WAYS)
def test_whoever_starts_it_the_protections_are_there(way, server, tmp_path):
    with running(WAYS[way], with_cache(tmp_path, server)) as started:
        with visiting(started) as (_, shown):
            assert any('class="lead"' in each for each in shown)
        assert started.get("/").headers["x-frame-options"] == "DENY"
        assert started.get("/_stcore/metrics").status == 404
        assert started.knock(origin="https://ailleurs.invalid") == 403
        started.get("/sante?a-word-that-is-nowhere")
    assert [
        word for word in ("a-word-that-is-nowhere", "WebSocket", "_stcore", "handshake") if word in started.log
    ] == []


@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGINT])
def test_it_starts_from_anywhere_and_stops_when_it_is_told_to(asked, server, tmp_path):
    folder = with_cache(tmp_path, server)
    with running([JALONS, "serve", "--port"], folder, tmp_path) as started, started.connected():
        started.process.send_signal(asked)
        assert started.process.wait(timeout=30) == 0
    assert started.log == SERVING.format(port=started.port) + "\n"


def test_a_port_that_is_taken_is_told(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        found = ended([*SERVE, str(port)], tmp_path / "data")

    told = f"port {port} : un autre programme l'occupe. Essayez --port {port % 65535 + 1}.\n"
    assert found == (2, told)


def test_a_second_server_on_the_same_sqlite_is_refused(server: Server):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]

    code, told = ended([*SERVE, str(port)], server.data)

    assert (code, told) == (
        2,
        f"Jalons ne démarre pas : 1 point à corriger.\n{server.data}/dossiers.db : un autre serveur Jalons s'en sert "
        "déjà : avec SQLite, il n'y en a qu'un. Arrêtez l'autre, ou gardez les dossiers dans PostgreSQL "
        "(docs/exploitation.md).\n",
    )


def test_only_this_machine_is_answered(server: Server):
    with socket.create_connection(("127.0.0.1", server.port), timeout=5), pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.2", server.port), timeout=5)
