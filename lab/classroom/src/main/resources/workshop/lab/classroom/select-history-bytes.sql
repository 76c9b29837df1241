select bytes from published_history
