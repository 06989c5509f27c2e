"""What templates of the desk can do."""
