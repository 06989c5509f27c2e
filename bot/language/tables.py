"""Tables of words written as text, so that whoever edits them sees words and little else."""


def inverted(table: str) -> dict[str, tuple[str, ...]]:
    """The table turned round: each variant with its heads; entries are `head: variant …` and |."""
    heads: dict[str, list[str]] = {}
    for entry in table.replace("\n", "|").split("|"):
        head, _, variants = entry.partition(":")
        for variant in variants.split():
            heads.setdefault(variant, []).append(head.strip())
    return {variant: tuple(standard) for variant, standard in heads.items()}
