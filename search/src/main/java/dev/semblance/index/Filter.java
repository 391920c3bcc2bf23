package dev.semblance.index;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/// Which items may be found. Immutable; [#matches] is the plain truth every index must agree with.
public sealed interface Filter {

  /// Whether an item may be found.
  boolean matches(Item item);

  /// Every item.
  record Everything() implements Filter {
    @Override
    public boolean matches(Item item) {
      return true;
    }
  }

  /// Items in a folder or below it, and the item at that very path.
  ///
  /// @param folder absolute, in any form that [Folders] knows
  record InFolder(String folder) implements Filter {
    @Override
    public boolean matches(Item item) {
      return Folders.hold(folder, item.path());
    }
  }

  /// Items whose [#dateOf] lies in a span.
  ///
  /// @param from first moment that counts
  /// @param until first moment that counts no more
  record Dated(LocalDateTime from, LocalDateTime until) implements Filter {
    @Override
    public boolean matches(Item item) {
      LocalDateTime date = dateOf(item);
      return !date.isBefore(from) && date.isBefore(until);
    }
  }

  /// Items whose [Item#id] is none of these.
  record NotThese(Set<String> ids) implements Filter {
    public NotThese {
      ids = Set.copyOf(ids);
    }

    @Override
    public boolean matches(Item item) {
      return !ids.contains(item.id());
    }
  }

  /// Items that all filters let through.
  record All(List<Filter> filters) implements Filter {
    public All {
      filters = List.copyOf(filters);
    }

    @Override
    public boolean matches(Item item) {
      return filters.stream().allMatch(filter -> filter.matches(item));
    }
  }

  /// When an item was taken; where that is not known, when its file was written (UTC), or the
  /// nearest date there is: a damaged file system tells times a billion years away.
  static LocalDateTime dateOf(Item item) {
    return item.captured().orElseGet(() -> date(item.modified()));
  }

  private static LocalDateTime date(Instant instant) {
    if (instant.isBefore(LocalDateTime.MIN.toInstant(ZoneOffset.UTC))) {
      return LocalDateTime.MIN;
    }
    return instant.isAfter(LocalDateTime.MAX.toInstant(ZoneOffset.UTC))
        ? LocalDateTime.MAX
        : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
