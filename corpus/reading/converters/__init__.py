"""Files people send, each format read into the same blocks, in a process of its own."""
