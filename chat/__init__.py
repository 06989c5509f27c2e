"""Chat: faces residents and owns their conversations; knows nothing of Rasa's insides."""
