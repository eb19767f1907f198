"""Dossiers, their journal, their links, the browsers let in, deposits, failed attempts and deletions."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

ID, HASH, WORD, NAME = sa.String(16), sa.String(64), sa.String(40), sa.String(120)
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the first tables."""
    op.create_table(
        "dossiers",
        _needed("id", ID, primary_key=True),
        _needed("edition", NAME),
        _needed("digest", HASH),
        _needed("seq", sa.Integer),
        _needed("created", MOMENT),
        _needed("active", MOMENT, index=True),
        sa.Column("finished", MOMENT),
    )
    op.create_table(
        "journal",
        _of_dossier(primary_key=True),
        _needed("seq", sa.Integer, primary_key=True, autoincrement=False),
        _needed("kind", WORD),
        _needed("key", WORD),
        _needed("value", sa.Text),
        _needed("edition", NAME),
        _needed("at", MOMENT),
        _needed("link", ID),
        _needed("digest", HASH),
    )
    _make_access()
    _make_deposits()
    op.create_table(
        "deletions", _needed("id", sa.Integer, primary_key=True), _needed("at", MOMENT), _needed("why", WORD)
    )


def _make_deposits() -> None:
    op.create_table(
        "deposits",
        _needed("id", ID, primary_key=True),
        _of_dossier(),
        _needed("receiver", sa.String(200)),
        _needed("consent", sa.Text),
        _needed("edition", NAME),
        _needed("seq", sa.Integer),
        _needed("at", MOMENT),
        _needed("content", sa.Text),
        _needed("digest", HASH),
        sa.Index("deposits_of_dossier", "dossier"),
    )


def _make_access() -> None:
    op.create_table(
        "links",
        _needed("id", ID, primary_key=True),
        _of_dossier(),
        _needed("hash", HASH, unique=True),
        _needed("right", WORD),
        _needed("label", sa.String(200)),
        _needed("created", MOMENT),
        sa.Column("expires", MOMENT),
        sa.Column("last_used", sa.String(10)),
        sa.Column("revoked", MOMENT),
        sa.Index("links_of_dossier", "dossier"),
    )
    op.create_table(
        "visits",
        _needed("session", HASH, primary_key=True),
        _of_dossier(primary_key=True),
        sa.Column("link", ID, sa.ForeignKey("links.id", ondelete="CASCADE"), nullable=False),
        _needed("ends", MOMENT),
        sa.Index("visits_of_link", "link"),
    )
    op.create_table(
        "attempts",
        _needed("id", sa.Integer, primary_key=True),
        _needed("who", HASH),
        _needed("at", MOMENT),
        sa.Index("attempts_of_whom", "who", "at"),
    )


def _needed(name: str, kind: sa.types.TypeEngine, **more: bool) -> sa.Column:
    return sa.Column(name, kind, nullable=False, **more)


def _of_dossier(*, primary_key: bool = False) -> sa.Column:
    dossier = sa.ForeignKey("dossiers.id", ondelete="CASCADE")
    return sa.Column("dossier", ID, dossier, primary_key=primary_key, nullable=False)
