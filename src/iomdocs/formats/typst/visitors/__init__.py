"""What each kind of node becomes in print, one module for each group of nodes."""
