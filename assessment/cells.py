"""A text in, a cell that no spreadsheet takes for a formula out, and back.

A text that begins as a formula would is held back by an apostrophe; one that begins with that apostrophe gets one
more, so that nothing is lost on the way back. Source: OWASP ASVS 5.0, 1.2.10.
"""

#: First signs that a spreadsheet may obey, and the one that holds them back.
OBEYED, HELD = tuple("=+-@\t\r\0'"), "'"


def neutral(text: str) -> str:
    """A cell that no spreadsheet takes for a formula.

    >>> neutral("=1+1")
    "'=1+1"
    """
    return HELD + text if text.startswith(OBEYED) else text


def written_in(cell: str) -> str:
    """The text that `neutral` made this cell of.

    >>> written_in("'=1+1")
    '=1+1'
    """
    return cell[1:] if cell.startswith(HELD) and cell[1:].startswith(OBEYED) else cell
