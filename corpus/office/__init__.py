"""What office files are made of: packages of parts, sheets, slides, and the text of OpenDocument and rich text."""
