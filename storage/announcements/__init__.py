"""Announcements as the database keeps them: drafted, addressed, queued, steered, accounted for."""
