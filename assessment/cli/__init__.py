"""`jalons`, the command line: one module per family of commands; `app` joins them."""
