/// The gallery: pictures drawn by code, each with an exact description, for the demo and for
/// training.
@NullMarked
package dev.semblance.gallery;

import org.jspecify.annotations.NullMarked;
