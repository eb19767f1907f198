"""What an owner may decide about a project, in words. Ordinary spaces and straight apostrophes."""

#: Status kept in the journal -> its words; none is said of the people, and each can be followed by another.
STATUSES = {
    "meet": "à rencontrer",
    "waiting": "en attente d'informations",
    "kept": "retenu",
    "not_kept": "non retenu",
    "elsewhere": "orienté ailleurs",
}
UNDECIDED = "pas encore de décision"


def told(status: str | None) -> str:
    """A status in words; one that is no longer known as it was kept.

    >>> told("meet"), told(None), told("autre")
    ('à rencontrer', 'pas encore de décision', 'autre')
    """
    return STATUSES.get(status, status) if status else UNDECIDED
