"""The schema: tables, lookups, the database file and its migrations."""
