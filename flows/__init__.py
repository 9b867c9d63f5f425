"""Thin Prefect flows over the functions of ``etl``."""
