"""1. What we ask and know: YAML files in, frozen models out."""
