package dev.semblance.gallery.brush;

/// An upright rectangle on the canvas, in its units: where a thing is drawn and how large.
///
/// @param x its left side
/// @param y its upper side
public record Frame(double x, double y, double wide, double high) {}
