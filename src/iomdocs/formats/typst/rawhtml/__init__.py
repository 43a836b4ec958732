"""Raw HTML in a book, turned into nodes before it is printed."""
