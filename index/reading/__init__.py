"""Reading and splitting files in processes of their own, within limits, ready for the store."""
