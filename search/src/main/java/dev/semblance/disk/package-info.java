/// Files written whole or not at all, and who may write them.
@NullMarked
package dev.semblance.disk;

import org.jspecify.annotations.NullMarked;
