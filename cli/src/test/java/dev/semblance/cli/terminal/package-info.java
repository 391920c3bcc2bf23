/// Tests of how things look where commands write.
@NullMarked
package dev.semblance.cli.terminal;

import org.jspecify.annotations.NullMarked;
