package dev.semblance.image;

/// A decoded picture with what its file says about it.
///
/// @param pixels upright, in sRGB; perhaps smaller than the file's (see [PictureDecoder])
/// @param info the file's own size and facts
public record DecodedPicture(Pixels pixels, PictureInfo info) {}
