"""The dialogs with which seats, terms and observers are kept."""
