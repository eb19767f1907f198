"""The file of each page, from the root of the repository."""

HOME = "assessment/pages/home.py"
ANSWER = "assessment/pages/answer.py"
RESULT = "assessment/pages/result.py"
EXPLORE = "assessment/pages/explore.py"
ABOUT = "assessment/pages/about.py"
