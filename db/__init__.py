"""What is kept: tables, the append-only register, numbers, migrations. Knows no forms and no Qt."""
