/// Tests of models by name, and a hub to test pulling with.
@NullMarked
package dev.semblance.hub.pull;

import org.jspecify.annotations.NullMarked;
