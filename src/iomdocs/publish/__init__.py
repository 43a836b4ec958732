"""From sources to a published handbook: check, read once, write each format, put in place."""
