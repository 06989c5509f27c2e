"""The desk: where professionals see who waits, answer, pass on and close."""
