"""A nonce in, the page of /reprendre and its policy out: it trades the link's secret for a cookie, then goes on."""

import html
import json

from assessment.report.typography import french
from assessment.serving import wording

_SCRIPT = """
const says = (sentence) => { document.querySelector('#told').textContent = sentence; };
const address = (given) =>
  given.gathering ? '/gathering?c=' + encodeURIComponent(given.gathering)
  : given.invited ? '/take_part?c=' + encodeURIComponent(given.invited)
  : '/?d=' + encodeURIComponent(given.dossier);
const token = location.hash.slice(1);
history.replaceState(null, '', location.pathname);
addEventListener('hashchange', () => location.reload());  // a link pasted over one that did not open
const leads = () => { document.querySelector('#home').hidden = false; };
if (!token) { says(WORDS.incomplete); leads(); } else {
  fetch('/dossier/entrer', {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ token }),
  }).then(async (answer) => {
    const given = await answer.json().catch(() => ({}));
    if (answer.ok) { location.replace(address(given)); return; }
    says(given.message || WORDS.silent); leads();
  }).catch(() => { says(WORDS.silent); leads(); });
}
"""
_STYLE = """
body { font: 1.06rem/1.55 system-ui, sans-serif; color: #1d2733; background: #fbfaf7; margin: 0 auto;
  max-width: 40rem; padding: 4rem 1.25rem; }
h1 { font-size: 1.6rem; line-height: 1.2; } a { color: #1f3f96; }
"""


def resuming_page(nonce: str) -> tuple[str, str]:
    """The page, and its content security policy: its own script, its own style, one request to us."""
    words = {"incomplete": french(wording.INCOMPLETE_LINK), "silent": french(wording.NO_ANSWER)}
    told = json.dumps(words, ensure_ascii=False).replace("<", "\\u003c")
    page = f"""<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{_escaped(wording.RESUMING)} · {_escaped(wording.WINDOW)}</title>
<link rel="icon" href="/favicon.png">
<style nonce="{nonce}">{_STYLE}</style>
</head>
<body>
<main>
<h1>{_escaped(wording.RESUMING)}</h1>
<p id="told" role="status">{_escaped(wording.OPENING)}</p>
<noscript><p>{_escaped(wording.NEEDS_SCRIPT)}</p></noscript>
<p id="home" hidden><a href="/">{_escaped(wording.TO_JALONS)}</a></p>
</main>
<script nonce="{nonce}">const WORDS = {told};{_SCRIPT}</script>
</body>
</html>
"""
    policy = (
        f"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; img-src 'self'; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    return page, policy


def _escaped(text: str) -> str:
    return html.escape(french(text))
