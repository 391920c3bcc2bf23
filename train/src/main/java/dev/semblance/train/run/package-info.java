/// A run on disk: its settings, its states, its measures, its pictures.
@NullMarked
package dev.semblance.train.run;

import org.jspecify.annotations.NullMarked;
