"""A seed in, texts out that were made to break a page, a PDF or a spreadsheet, or to ask something of elsewhere."""

import random
from collections.abc import Iterator

#: An address that is nobody's.
ELSEWHERE = "http://192.0.2.1/jalons.png"
PIECES = (
    *(f"![x]({ELSEWHERE})", f"[x]({ELSEWHERE})", f"<{ELSEWHERE}>", ELSEWHERE, "www.example.org", "a@example.org"),
    *(f"<img src={ELSEWHERE}>", f'<img src="x" onerror="fetch(`{ELSEWHERE}`)">', f"<script src={ELSEWHERE}></script>"),
    *('<a href="javascript:alert(1)">x</a>', f"<style>@import '{ELSEWHERE}';</style>", "<svg/onload=alert(1)>"),
    *(f'<iframe src="{ELSEWHERE}"></iframe>', "<!-- ", "]]>", "&#0;", "&lt;b&gt;", "&nbsp", "</p></div>", "<b><i></b>"),
    *(f'<img src="{ELSEWHERE}"/>', '<img src="/etc/hostname"/>', '<font color="red">', "<para>", "<br/>", "a<b"),
    *(
        "=1+1",
        f'=HYPERLINK("{ELSEWHERE}")',
        f'=IMAGE("{ELSEWHERE}")',
        "=cmd|'/C calc'!A0",
        "@SUM(1)",
        "+1",
        "-1",
        "'=1",
    ),
    *("\t=1", "\r=1", "\n=1", "\x00=1", ";=1", '";=1', '"', "'", ";", ",", "\r\n", "\ufeff=1", " =1", "＝1", "'=1"),
    *(":material/home:", ":smile:", ":red[x]", ":red-background[x]", "$x^2$", "$$\\frac{", "`x`", "```\nx", "~~x~~"),
    *("# x", "> x", "- x", "1. x", "---", "|a|b|\n|-|-|", "[^1]", "*x*", "__x__", "\\", "\\*", "{", "}", "%s", "{0}"),
    *(
        "\u202e",
        "\u2066",
        "\u200b",
        "\u2028",
        "\x07",
        "\x85",
        "\ud800",
        "\udfff",
        "\uffff",
        "e\u0301",
        "ﷺ",
        "中文",
        "🧑‍🌾",
    ),
    *(
        "mot" * 60,
        "﷽" * 20,
        "a" * 5000,
        "é",
        "« Jardin » ?",
        "12 000 €",
        "l'eau",
        "../../x",
        "NUL",
        "null",
        "${x}",
        "中文",
    ),
)
#: Signs of a name that a save takes, raw.
LONGEST = 1000


def hostile_texts(count: int, seed: int = 0) -> tuple[str, ...]:
    """So many texts, the same for one *seed*: every piece alone, then pieces and random signs together."""
    chance = random.Random(seed)
    mixed = ("".join(_pieces(chance))[:LONGEST] for _ in range(max(0, count - len(PIECES))))
    return (*(piece[:LONGEST] for piece in PIECES[:count]), *mixed)


def _pieces(chance: random.Random) -> Iterator[str]:
    for _ in range(chance.randint(1, 6)):
        yield chance.choice(PIECES) if chance.random() < 0.8 else chr(chance.randrange(0x110000))
        yield chance.choice(("", " ", "\n", "\t"))
