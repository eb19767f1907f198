"""8. Remembering: dossiers, journals, links, rights, deposits, backups. Answers are kept, results never."""
