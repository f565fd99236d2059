"""Words in pictures: scanned pages and files of pictures, recognised by Tesseract where it is installed."""
