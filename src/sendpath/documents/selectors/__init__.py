"""Questions asked of documents, from what their reader may see."""
