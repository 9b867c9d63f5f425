"""Query: snapshots, locked-down SQL, DataFrames, and results as text and files."""
