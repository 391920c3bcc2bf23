/// Hits shown as pictures: small in the terminal, or together on a sheet.
@NullMarked
package dev.semblance.cli.pictures;

import org.jspecify.annotations.NullMarked;
