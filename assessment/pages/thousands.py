"""Whole numbers in, the same as people read them out."""

from assessment.report.typography import NARROW_NO_BREAK


def grouped(number: int) -> str:
    """With thousands apart.

    >>> grouped(5000)
    '5\\u202f000'
    """
    return f"{number:,}".replace(",", NARROW_NO_BREAK)
