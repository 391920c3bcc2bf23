/// Where a command writes, and how things look there: lines, JSON, styles, progress.
@NullMarked
package dev.semblance.cli.terminal;

import org.jspecify.annotations.NullMarked;
