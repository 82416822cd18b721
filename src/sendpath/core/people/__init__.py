"""Telling people apart: how like two records of a child or young person are, and why."""
