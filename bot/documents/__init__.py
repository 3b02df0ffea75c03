"""Keeping the documents: the draft, the gate, the versions, and how running bots come to serve them."""
