"""The pages of the desk, one kind to a module."""
