"""The hello world that Jalons is measured against: one question, and one line that changes with the answer."""
