"""What the addresses of the catalogue answered when they were last tried."""

from datetime import date

from assessment.content.conditions import Written


class Link(Written):
    """An address, the day it was tried, whether a page came back, and the answer in words."""

    address: str
    checked: date
    answered: bool
    result: str


class Links(Written):
    """Every address that was tried, in the order of the addresses."""

    links: tuple[Link, ...] = ()
