"""The media library: uploaded pictures and documents, in the sizes that pages need."""
