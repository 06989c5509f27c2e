"""multilingual-e5-small: what it has learnt, the network it runs on, and the encoder (ADR 24)."""
