"""The command line: one module a group of commands, each with ``add_parsers`` and what they run.

Modules here import nothing heavy at their top, so that ``diurna --help`` answers at once.
"""
