/// Models by name: what is installed, what comes with the class path, which one is chosen.
@NullMarked
package dev.semblance.hub;

import org.jspecify.annotations.NullMarked;
