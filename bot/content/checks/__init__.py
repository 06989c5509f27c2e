"""What `opastin check` looks for beyond the schema, one kind of trouble to a module.

Each has `find(catalogue, root)`, which yields what it finds; `checklist` names them all.
"""
