"""Pages and files that somebody could send to hurt, each with what must happen to it."""
