"""Rasa's custom actions: each translates a tracker into one pure call, and back into events."""
