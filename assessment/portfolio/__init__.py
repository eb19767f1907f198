"""Many projects at once: tables of answers in, checked rows, the results of all of them out. Never a rank."""
