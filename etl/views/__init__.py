"""The views of ``sql/``: applied, checked, and told in the data dictionary."""
