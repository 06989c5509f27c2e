"""Opastin – Vägvisaren: from a resident's words to the right service."""
