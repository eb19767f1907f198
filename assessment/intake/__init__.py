"""Taking in files that strangers hand in: read in a limited child process, checked, and nothing in them believed."""
