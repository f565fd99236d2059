"""The service: /ask and the other endpoints, pages, security."""
