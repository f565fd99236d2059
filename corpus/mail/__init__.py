"""Mails: their parts, as messages (.eml), mailboxes (.mbox) and Outlook (.msg) have them."""
