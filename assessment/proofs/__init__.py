"""6. What `jalons check` proves about the content before anyone answers it."""
