"""Rasa graph components: thin, over the pure functions of bot.language and bot.navigation."""
