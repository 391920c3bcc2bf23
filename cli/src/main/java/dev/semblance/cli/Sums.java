package dev.semblance.cli;

import dev.semblance.library.IndexReport;

/// Reports of two runs as one.
final class Sums {
  private Sums() {}

  static IndexReport of(IndexReport first, IndexReport second) {
    return new IndexReport(
        first.added() + second.added(),
        first.moved() + second.moved(),
        second.unchanged(),
        first.removed() + second.removed(),
        second.failed(),
        first.embedded() + second.embedded(),
        first.took().plus(second.took()),
        first.interrupted() || second.interrupted());
  }
}
