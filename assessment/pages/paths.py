"""The file of each page, from the folder of the entry."""

HOME = "home.py"
ANSWER = "answer.py"
RESULT = "result.py"
EXPLORE = "explore.py"
DOSSIER = "dossier.py"
ABOUT = "about.py"
