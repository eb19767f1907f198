"""What keeps texts easy to read, as written: words to avoid with plainer ones, and keys that quote others."""

from pydantic import Field

from assessment.content.conditions import Written


class Jargon(Written):
    """A word that only some people know, and what to write *instead*; it stays in the expressions of *kept_in*."""

    word: str = Field(min_length=1)
    instead: str = Field(min_length=1)
    forms: tuple[str, ...] = ()  #: other forms of it; a plural in s or x goes without saying
    kept_in: tuple[str, ...] = ()  #: names and explanations that say it on purpose
    note: str | None = None  #: why it stays there


class Verbatim(Written):
    """A *key* whose texts are names, quotations, or for authors only, and why nobody can make them plainer."""

    key: str = Field(min_length=1)
    why: str = Field(min_length=1)
