"""Rules about how a text is written: each module declares some, and lying here is enough."""
