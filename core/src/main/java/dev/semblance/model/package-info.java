/// What a model is: encoders of one space, and the card that describes them as data.
@NullMarked
package dev.semblance.model;

import org.jspecify.annotations.NullMarked;
