"""The mapped classes: columns, relations, constraints."""
