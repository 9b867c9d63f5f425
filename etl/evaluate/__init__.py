"""Evaluate: how well predicted events agree with gold ones, and how sure that is."""

from __future__ import annotations

from etl.evaluate.figures import Figure, evaluate, evaluate_types
from etl.evaluate.gold import load_gold
from etl.evaluate.report import render_errors, render_figures
from etl.evaluate.tally import Tally, score_documents

__all__ = [
    "Figure",
    "Tally",
    "evaluate",
    "evaluate_types",
    "load_gold",
    "render_errors",
    "render_figures",
    "score_documents",
]
