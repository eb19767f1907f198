"""5. Telling it: an assessment in, sections out, shown as page, PDF and text."""
