"""The benchmark of understanding: `make bench-nlu DATA=…` (docs/developers/understanding.md)."""
