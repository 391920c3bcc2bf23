package dev.semblance.image.plain;

/// Pixels as bytes in sRGB.
///
/// @param channels 3 (RGB) or 4 (RGB and straight alpha)
/// @param data `[height, width, channels]`
@SuppressWarnings("ArrayRecordComponent") // handed from here to the decoder, never compared
public record PlainPicture(int width, int height, int channels, byte[] data) {}
