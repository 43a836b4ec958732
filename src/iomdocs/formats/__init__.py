"""Writers of the handbook: HTML, ePub and PDF; none knows of another."""
