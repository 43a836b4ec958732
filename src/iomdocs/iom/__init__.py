"""What is known about the International Organization for Migration: records only."""
