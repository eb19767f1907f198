"""How a project looks to its reader, and projects side by side; served with those pages only."""

WIDE = """<style>
[data-testid=stMain] .stMainBlockContainer { max-width: 62rem; } .read, .prose { max-width: 44rem; }
</style>"""
WIDEST = "<style>[data-testid=stMain] .stMainBlockContainer { max-width: 84rem; }</style>"
LOOK = """<style>
.piece { border-top: 2px solid var(--ink); padding-top: .75rem; margin-top: .35rem; }
.piece h2 { font-size: 1.4rem; padding: 0 0 .3rem; margin: 0; }
.piece h3 { font-size: 1rem; color: var(--soft); padding: .6rem 0 .1rem; margin: 0; }
.twofold { display: grid; grid-template-columns: 1fr 1fr; gap: .3rem 2.2rem; align-items: start; }
.standing { display: grid; grid-template-columns: repeat(auto-fit, minmax(13.5rem, 1fr)); gap: .7rem 1.6rem; }
.standing dt { font-size: .88rem; font-weight: 650; color: var(--soft); }
.standing dd { margin: 0; }
.pill { display: inline-block; border-radius: 1rem; padding: .02rem .65rem; font-size: .86rem; font-weight: 600;
  background: var(--pale); color: var(--ink); }
.pill.shown { background: #dff0ec; } .pill.said { background: var(--sand); }
.piece details { border-top: 1px solid var(--rule); padding: .4rem 0 .2rem; }
.piece details > summary { font-size: 1rem !important; color: var(--ink) !important; font-weight: 600; }
.piece.whole { padding-top: 0; } .piece.whole > details { border: 0; }
.piece.whole > details > summary { font-size: 1.15rem !important; }
.st-key-way, .st-key-chosen { gap: .1rem 1.2rem; margin-bottom: -.6rem; }
.piece li > details { border: 0; padding: 0; }
.piece li > details:not([open]) { display: inline-block; margin-left: .5rem; }
.piece li > details > summary { font-size: .9rem !important; color: var(--soft) !important; font-weight: 400; }
.piece details details > summary { font-size: .95rem !important; color: var(--soft) !important; font-weight: 400; }
.read { border-left: 3px solid var(--rule); padding: .05rem 0 .05rem .8rem; margin: .55rem 0; }
.read.again { border-color: var(--warm); }
.piece .reason strong, .piece .reason .note { display: block; }
.read p { margin: 0 0 .15rem !important; }
.read .second { background: var(--white); border: 1px solid var(--rule); border-radius: .4rem; padding: .35rem .7rem;
  margin-top: .3rem !important; }
.when { display: block; color: var(--soft); font-size: .88rem; }
.asking { list-style: none; padding: 0 !important; }
.asking > li { border-top: 1px solid var(--rule); padding: .6rem 0 .35rem; }
.asking .ask { font-size: 1.08rem; font-weight: 600; margin: 0 0 .2rem; }
.history { list-style: none; padding: 0 !important; }
.history li { border-left: 3px solid var(--rule); padding-left: .8rem; overflow-wrap: anywhere; }
.written { white-space: pre-line; overflow-wrap: anywhere; }
.piece, .st-key-reading h2, .st-key-yours h2 { scroll-margin-top: 4.5rem; }
.st-key-reading, .st-key-yours { gap: .6rem; }
.st-key-reading h2, .st-key-yours h2 { border-top: 2px solid var(--ink); padding-top: .75rem; }
.st-key-reading [data-testid=stHeading] [data-testid=stMarkdownContainer],
.st-key-yours [data-testid=stHeading] [data-testid=stMarkdownContainer] { margin-bottom: 0; }
[class*="st-key-decided_"] [data-testid=stRadioGroup] { flex-direction: row; flex-wrap: wrap; }
[class*="st-key-decided_"] [data-testid=stRadioGroup] > div { width: auto; }
.st-key-effect { background: var(--pale); border-radius: var(--round); padding: .7rem 1.1rem; gap: .2rem; }
.st-key-blind_on { background: var(--sand); border-radius: var(--round); padding: .6rem 1.1rem .8rem; gap: .3rem; }
.sides { width: 100%; border-collapse: collapse; table-layout: fixed; }
.sides caption { text-align: left; position: absolute; width: 1px; height: 1px; overflow: hidden;
  clip-path: inset(50%); }
.sides th, .sides td { text-align: left; vertical-align: top; padding: .5rem .8rem .5rem 0; font-size: .97rem;
  border-top: 1px solid var(--rule); overflow-wrap: anywhere; line-height: 1.45; }
.sides thead th { font-size: 1.05rem; border-top: 0; position: sticky; top: 3.6rem; background: #fbfaf7; z-index: 2;
  border-bottom: 2px solid var(--ink); }
.sides tbody th { font-weight: 600; color: var(--soft); }
.sides .group th { font-size: 1.12rem; color: var(--ink); font-weight: 650; padding-top: 1.3rem; border-top: 0; }
.sides td span { display: block; } .sides td span + span { color: var(--soft); }
.sides td.many span + span { color: inherit; margin-top: .25rem; }
.sides td.many span { padding-left: .9rem; text-indent: -.9rem; }
.sides td.many span::before { content: "– "; }
.sides td.unknown { color: var(--soft); font-style: italic; }
.sides td b { display: none; }
@media (max-width: 760px) {
  .twofold { grid-template-columns: 1fr; }
  .sides thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .sides, .sides tbody, .sides tr, .sides th, .sides td { display: block; }
  .sides tbody tr { border-top: 1px solid var(--rule); padding: .35rem 0; }
  .sides tbody tr.group { border-top: 0; }
  .sides th, .sides td { border: 0; padding: .15rem 0; }
  .sides td b { display: block; font-size: .88rem; color: var(--soft); font-weight: 600; font-style: normal; }
  .sides td { border-left: 3px solid var(--rule); padding-left: .8rem; margin: .35rem 0; }
}
</style>"""
