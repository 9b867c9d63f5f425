"""Load: codings to staged Parquet, staged Parquet to the database, in one transaction."""
