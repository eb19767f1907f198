"""How gatherings look: the code to read aloud, what was received, projects side by side."""

GATHERINGS = """
.code { font-size: 1.9rem; font-weight: 700; letter-spacing: .06em; line-height: 1.2 !important;
  overflow-wrap: anywhere; margin: 0 !important; }
.code-label { font-weight: 650; margin-top: .4rem !important; }
.st-key-own_link { background: var(--pale); }
.st-key-own_link h2, .st-key-gathering_made h2, .st-key-code_typed h2 { font-size: 1.22rem; padding: 0; }
.st-key-gathering_made, .st-key-deposited { background: var(--white); }
.st-key-deposited h2, [class*="st-key-twice_"] h2 { font-size: 1.22rem; padding: 0 0 .3rem; }
.st-key-answering_for_line { border-left: 3px solid var(--blue); padding-left: 1rem; }
.st-key-answering_for_line p { margin: 0; }
[class*="st-key-received_"], [class*="st-key-aside_"] { gap: .1rem; border-top: 1px solid var(--rule);
  padding-top: .55rem; }
[class*="st-key-received_"] p, [class*="st-key-aside_"] p { margin-bottom: .45rem; }
[class*="st-key-twice_"] { background: var(--white); }
.stDateInput [role=group], .stDateInput [data-baseweb], .stDateInput :is(input, button) { background: var(--white); }
.stTextArea textarea { background: var(--white); line-height: 1.45; }
"""
