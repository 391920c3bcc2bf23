/// `semblance model`: one class a command.
@NullMarked
package dev.semblance.cli.model;

import org.jspecify.annotations.NullMarked;
