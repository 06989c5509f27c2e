"""What the desk keeps: who answers, who asked, and what was done about it."""

from chat.desk.models.audit import AppendOnly, AuditEntry
from chat.desk.models.handoff import Handoff, Note, Outcome
from chat.desk.models.people import Membership, Presence, Professional, Role
from chat.desk.models.reply import ReadyReply

__all__ = [
    "AppendOnly",
    "AuditEntry",
    "Handoff",
    "Membership",
    "Note",
    "Outcome",
    "Presence",
    "Professional",
    "ReadyReply",
    "Role",
]
