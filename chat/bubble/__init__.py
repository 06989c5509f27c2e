"""The chat bubble: its static files, and a page that shows it."""
