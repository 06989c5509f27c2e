"""`{% static %}` for pages that are rendered without Django's settings."""

from django import template

register = template.Library()


@register.simple_tag  # type: ignore[untyped-decorator] # Django has no types
def static(path: str) -> str:
    """Where the fake chat serves a static file."""
    return f"/static/{path}"
