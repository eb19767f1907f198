"""Jalons: where a social innovation stands, what is missing for the next stage, and what to do about it.

The map, in the order of the data's way; imports go one way only, and a test holds them to it:

    errors      what was wrong, where, and the remedy
    settings    what the person who runs an installation decides
    content     what we ask and know: YAML -> frozen models (the only place that opens content)
    engine      what it means: answers -> verdicts -> placement -> levers, needs -> recommendations (pure)
    report      telling it: an assessment -> sections -> page, PDF, text
    storage     remembering: dossiers, their journal, links and rights, on SQLite or PostgreSQL; nothing computed
    intake      taking in: files that strangers hand in, read in a limited child process
    pages       showing: Streamlit pages, one per thing a person does
    serving     the server around the pages: origins, headers, limits, private links, downloads, the doctor
    cli         the same at the command line

Glossary, one word per thing, in code, content and pages:

    edition         one folder of content: questionnaires, method, rules
    question        one observable fact asked; a key question stands in a gate
    answer          an option's number, several, or « ne sait pas »; absent means not answered
    dimension       a side of a project (BES … DEP), level 1-5; a practice is the same for an organisation, 1-3
    stage           étape: conception, expérimentation, modélisation, essaimage, industrialisation
    gate            porte into a stage: deeds name the stage, prerequisites consolidate it
    gap             a deed or prerequisite that is missing, or not known
    level           of an organisation: premiers pas, actifs, pionniers
    zone            a risk zone at the way out of a stage
    lever           one of four kinds of help
    need            what a dimension needs in a phase
    item            anything in the catalogue
    recommendation  an item, the rule that brought it in and the answers behind it
    guard-rail      a rule that holds others back
    dossier         what one person answered, on one edition, and may come back to
    journal         every change of a dossier, in order; an entry is one of them
    link            a private link: whoever has it may read or answer a dossier
    holder          a visitor whom a link let in
    deposit         a dated copy of a dossier, given to somebody
"""
