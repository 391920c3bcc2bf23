package dev.semblance.model;

/// A kind of thing that can be embedded.
public enum Modality {
  TEXT,
  IMAGE
}
