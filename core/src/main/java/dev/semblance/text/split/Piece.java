package dev.semblance.text.split;

/// A part of a text on its way to the subword model.
///
/// @param text never empty when it comes out of a [PreTokenizer]
/// @param first whether it begins where the text begins
public record Piece(String text, boolean first) {}
