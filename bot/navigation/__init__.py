"""Deciding: pure functions from a situation and a message to a decision."""
