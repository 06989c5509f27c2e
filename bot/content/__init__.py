"""Reads and judges the files of content/."""
