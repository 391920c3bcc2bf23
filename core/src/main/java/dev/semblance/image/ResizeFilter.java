package dev.semblance.image;

/// The resampling filters of Pillow, under its names.
public enum ResizeFilter {
  NEAREST,
  BOX,
  BILINEAR,
  HAMMING,
  BICUBIC,
  LANCZOS
}
