"""Saying: decisions become words in the resident's language, with buttons and a card."""
