/// What of this machine Semblance can use.
@NullMarked
package dev.semblance.cli.doctor;

import org.jspecify.annotations.NullMarked;
