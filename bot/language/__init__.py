"""Finnish and Swedish: base forms, places, people, and which of the two a message is in."""
