"""Announcements: the commands that record them, and the worker that sends each copy once."""
