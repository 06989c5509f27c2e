"""What the audit holds no statement can change, whoever sends it."""

from typing import Any

from django.db import migrations

FORBID = {
    "sqlite": [
        "CREATE TRIGGER audit_stays BEFORE UPDATE ON desk_auditentry"
        " BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END",
    ],
    "postgresql": [
        "CREATE FUNCTION audit_stays() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN RAISE EXCEPTION 'the audit is append-only'; END $$",
        "CREATE TRIGGER audit_stays BEFORE UPDATE ON desk_auditentry"
        " FOR EACH ROW EXECUTE FUNCTION audit_stays()",
    ],
}
ALLOW = {
    "sqlite": ["DROP TRIGGER audit_stays"],
    "postgresql": ["DROP TRIGGER audit_stays ON desk_auditentry", "DROP FUNCTION audit_stays"],
}


def forbid(apps: Any, editor: Any) -> None:
    for statement in FORBID[editor.connection.vendor]:
        editor.execute(statement)


def allow(apps: Any, editor: Any) -> None:
    for statement in ALLOW[editor.connection.vendor]:
        editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("desk", "0001_initial")]
    operations = [migrations.RunPython(forbid, allow)]
