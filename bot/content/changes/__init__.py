"""What a change of the content does to what residents are told; two catalogues in, words out."""
