"""Word files: their elements, the template that they are written into, the zip around them."""
