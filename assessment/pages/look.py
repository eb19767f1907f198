"""How the pages look: one style sheet, served with the first page, with the word mark of the header."""

from urllib.parse import quote

from assessment.pages.look_of_actions import ACTIONS
from assessment.pages.look_of_answering import ANSWERING
from assessment.pages.look_of_gatherings import GATHERINGS
from assessment.pages.look_of_portfolio import PORTFOLIO
from assessment.pages.look_of_programme import PROGRAMME
from assessment.pages.look_of_results import RESULTS

WORDMARK = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 128 32" width="136" height="34">'
    '<path d="M4 16h26" stroke="#2347a5" stroke-width="3"/><circle cx="6" cy="16" r="4.5" fill="#2347a5"/>'
    '<circle cx="18" cy="16" r="7" fill="#b5480c"/><circle cx="30" cy="16" r="3.5" fill="#fff" stroke="#2347a5" '
    'stroke-width="2.5"/><text x="42" y="24" font-family="Source Sans, Helvetica, Arial, sans-serif" font-size="23" '
    'font-weight="700" fill="#1d2733">Jalons</text></svg>'
)

#: --ink on --paper is 14:1, --soft 7:1, --blue 8:1, --warm 5:1.
PAGES = """
:root { --ink: #1d2733; --soft: #4a5361; --blue: #2347a5; --pale: #eef2fb; --warm: #b5480c; --rule: #c9c5b8;
  --edge: #858c98; --sand: #f1eee6; --white: #fff; --round: .6rem; }
.stMainBlockContainer { max-width: 46rem; padding: 4.75rem 1.25rem 5rem; }
[data-testid=stLayoutWrapper]:has(> [class*="st-key-unseen"]), .st-key-unseen_hearing, .st-key-unseen_presses,
.st-key-draw_again,
[data-testid=stLayoutWrapper]:has(> * > .st-key-unseen_hearing) { position: absolute; width: 0; height: 0;
  overflow: hidden; }
[class*="st-key-unseen"] button, .st-key-draw_again button { display: none; }
[data-testid=stElementToolbar], [data-testid=stHeaderActionElements], [data-testid=InputInstructions] { display: none; }
:focus-visible { outline: 3px solid var(--warm); outline-offset: 2px; }
h1:focus, h2:focus { outline: none; }
[data-testid=stHeading] [data-testid=stMarkdownContainer] { margin-bottom: -.7rem; }
[class*="st-key-question_"] [data-testid=stHeading] [data-testid=stMarkdownContainer] { margin-bottom: 0; }
[data-testid=stExpandSidebarButton]::after { content: "Menu"; padding: 0 .4rem; font-size: 1rem; color: var(--ink); }
.stExpander summary, .stExpander summary * { color: var(--soft); opacity: 1; }
.stExpander summary p { font-size: .95rem; }
.stExpander summary:hover, .stExpander summary:hover * { color: var(--blue); }
h1 { line-height: 1.2; letter-spacing: -.01em; text-wrap: balance; padding: 0 0 .25rem; }
[data-testid=stHtml] > h1 { padding-top: 1.25rem; margin: 0; }
h2 { line-height: 1.3; padding: 1rem 0 .25rem; }
h3 { line-height: 1.35; }
[data-testid=stHtml] p, [data-testid=stHtml] li, [data-testid=stHtml] dd { line-height: 1.55; }
[data-testid=stHtml] p { margin: 0 0 .35rem; }
[data-testid=stHtml] ul, [data-testid=stHtml] ol { margin: .25rem 0; padding-left: 1.25rem; }
[data-testid=stHtml] li { margin: 0 0 .45rem; }
[data-testid=stHtml] dl { margin: .2rem 0 .3rem; padding: 0; }
[data-testid=stHtml] dt, [data-testid=stHtml] dd { margin-left: 0; }
[data-testid=stHtml] a { color: #1f3f96; overflow-wrap: anywhere; }
.lead { font-size: 1.12rem; }
.note, .origin { color: var(--soft); font-size: .93rem; }
.eyebrow { color: var(--soft); font-size: .95rem; margin: 0; }
.aside, .problems { background: var(--sand); border-radius: var(--round); padding: .9rem 1.1rem; }
.aside h2, .problems h1, .problems h2 { font-size: 1.05rem; padding: 0 0 .35rem; margin: 0; }
.problems { background: #fff; border: 2px solid var(--warm); }
.aside summary { font-weight: 650; }
[data-testid=stHtml] summary { cursor: pointer; font-size: .95rem; color: var(--soft); list-style: none; }
[data-testid=stHtml] summary::after { content: ""; display: inline-block; width: .4em; height: .4em;
  margin: 0 0 .12em .7em; border: solid currentColor; border-width: 0 2px 2px 0; transform: rotate(-45deg); }
[data-testid=stHtml] details[open] > summary::after { transform: rotate(45deg) translate(-.15em, -.15em); }
[data-testid=stHtml] summary:hover { color: var(--blue); }
[data-testid=stHtml] summary::-webkit-details-marker { display: none; }
[data-testid=stHtml] details[open] > :nth-child(2) { margin-top: .4rem; }
.badge { display: inline-block; border: 1px solid var(--edge); border-radius: 1rem; padding: .02rem .6rem;
  font-size: .82rem; font-weight: 600; color: var(--soft); background: var(--white); white-space: nowrap; }

/* Options are cards: radios and boxes alike. */
[data-testid=stRadioGroup], .options { gap: .5rem; width: 100%; }
.options { display: flex; flex-direction: column; }
.option { display: flex; gap: .6rem; align-items: flex-start; cursor: pointer; font-size: 1rem; line-height: 1.45; }
.option input { flex: none; width: 1.1rem; height: 1.1rem; margin: .17rem 0 0; accent-color: var(--blue); }
.asked { font-weight: 650; }
[data-testid=stRadioGroup] > div { width: 100%; }
[data-testid=stRadioOption], .option, .stCheckbox > label { width: 100%; margin: 0; padding: .65rem .9rem;
  min-height: 2.9rem; box-sizing: border-box; border: 1.5px solid var(--edge); border-radius: var(--round);
  background: var(--white); }
[data-testid=stRadioOption] p, .stCheckbox p { font-size: 1rem; line-height: 1.45; white-space: normal; }
[data-testid=stRadioOption]:hover, .option:hover, .stCheckbox > label:hover { border-color: var(--blue);
  background: #f6f8fd; }
[data-testid=stRadioOption]:has(input:checked), .option:has(input:checked),
.stCheckbox > label:has(input:checked) { border-color: var(--blue);
  box-shadow: inset 0 0 0 1px var(--blue); background: var(--pale); }
[data-testid=stRadioOption]:has(input:focus-visible), .option:has(input:focus-visible),
.stCheckbox > label:has(input:focus-visible) {
  outline: 3px solid var(--warm); outline-offset: 2px; }
.stCheckbox > label:has(input:disabled) { background: var(--sand); border-color: var(--rule); }
.stCheckbox > label:has(input:disabled) p { color: var(--soft); }
.stTextInput [data-baseweb], .stTextInput input { background: var(--white); }
[data-testid=stRadioOption] > div > div:first-child, .stCheckbox > label > span + div {
  border: 1.5px solid var(--edge); }
[data-testid=stWidgetLabel] [data-testid=stMarkdownContainer] p { font-size: 1rem; font-weight: 650; }
.stCheckbox [data-testid=stWidgetLabel] [data-testid=stMarkdownContainer] p { font-weight: 400; }
[class*="st-key-ticks_"] { gap: .5rem; }

/* A question */
[class*="st-key-question_"] { gap: .6rem; padding: 0 0 1rem; }
[class*="st-key-question_"] h2 { font-size: 1.22rem; padding: .5rem 0 0; }
.proof:not([data-open]) { display: none; }
.proof { margin: .6rem 0; padding: .2rem 0 .2rem 1rem; border-left: 3px solid var(--blue); }
.saved { margin: 0; min-height: 1.5em; color: var(--soft); font-size: .93rem; }
.nth { display: none; }
[data-testid=stPageLink] a { padding: .1rem 0; }
[data-testid=stPageLink] a p { color: #1f3f96; text-decoration: underline; font-size: .93rem; }
.saved .done::before { content: "✓ "; color: #0f766e; font-weight: 700; }
.qr { display: block; max-width: 100%; background: var(--white); }
.progress p { display: flex; flex-wrap: wrap; gap: .1rem 1rem; justify-content: space-between; font-size: .95rem;
  color: var(--soft); }
.progress strong { color: var(--ink); }
.bar { height: .4rem; border-radius: .2rem; background: #e2ded2; overflow: hidden; }
.bar span { display: block; height: 100%; background: var(--blue); }
.words dt { font-weight: 650; }
.words dd { margin-bottom: .5rem; }
.st-key-settled:has([data-said]:not(:empty)) { background: var(--pale); border-radius: var(--round);
  padding: 1rem 1.1rem; }
.st-key-settled:has([data-said]:empty) .stButton { display: none; }
.st-key-moves { border-top: 1px solid var(--rule); padding-top: 1.1rem; margin-top: .5rem; }
.stButton button, .stDownloadButton button, [data-testid=stPopover] button { min-height: 2.75rem; }
.stButton button[kind=tertiary] { min-height: 2.2rem; color: var(--blue); text-decoration: underline; }
.st-key-card_innovator { background: var(--white); }
"""
#: Not by st.logo, which imports numpy and PIL. A browser that cannot read the text after « / » keeps the first content.
_HEADER = """
[data-testid=stToolbar]::before, [data-testid=stSidebarHeader]::before { content: IMAGE; content: IMAGE / "Jalons";
  flex: none; width: 136px; height: 34px; margin-left: 1rem; }
[data-testid=stSidebarHeader]::before { margin: 0 auto 0 0; }
""".replace("IMAGE", f'url("data:image/svg+xml,{quote(WORDMARK)}")')
#: All of it.
SHEET = f"{PAGES}{_HEADER}{RESULTS}{ACTIONS}{ANSWERING}{GATHERINGS}{PORTFOLIO}{PROGRAMME}"
