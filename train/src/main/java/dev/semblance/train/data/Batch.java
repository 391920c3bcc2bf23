package dev.semblance.train.data;

/// What one step is made of. The arrays are not to be changed.
///
/// @param pictures numbers of the pictures
/// @param texts for each the number of the text it is shown with
/// @param views for each how it is looked at
@SuppressWarnings("ArrayRecordComponent") // handed over within one step, never compared
public record Batch(int[] pictures, int[] texts, View[] views) {}
