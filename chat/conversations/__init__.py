"""Residents' conversations: kept, answered, streamed, erased."""
