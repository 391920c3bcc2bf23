package dev.semblance.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What filters let through at their edges.
class FilterTest {
  private static final LocalDateTime NOON = LocalDateTime.of(2024, 2, 29, 12, 0);

  private static Item item(Instant modified, Optional<LocalDateTime> captured) {
    return new Item(
        "/a.jpg",
        "",
        1,
        modified,
        Items.hash("a"),
        1,
        1,
        captured,
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void a_span_begins_with_its_first_moment_and_ends_before_its_last() {
    Filter hour = new Filter.Dated(NOON, NOON.plusHours(1));
    Instant late = Instant.parse("2030-01-01T00:00:00Z");
    assertThat(hour.matches(item(late, Optional.of(NOON)))).isTrue();
    assertThat(hour.matches(item(late, Optional.of(NOON.minusNanos(1))))).isFalse();
    assertThat(hour.matches(item(late, Optional.of(NOON.plusHours(1).minusNanos(1))))).isTrue();
    assertThat(hour.matches(item(late, Optional.of(NOON.plusHours(1))))).isFalse();
    assertThat(hour.matches(item(Instant.parse("2024-02-29T12:30:00Z"), Optional.empty())))
        .as("a file's time is read as UTC")
        .isTrue();
  }

  @Test
  void a_time_beyond_all_dates_is_the_last_or_the_first_date() {
    assertThat(Filter.dateOf(item(Instant.MAX, Optional.empty()))).isEqualTo(LocalDateTime.MAX);
    assertThat(Filter.dateOf(item(Instant.MIN, Optional.empty()))).isEqualTo(LocalDateTime.MIN);
    assertThat(Filter.dateOf(item(Instant.MAX, Optional.of(NOON)))).isEqualTo(NOON);
  }

  @Test
  void a_filter_keeps_what_it_was_made_of_though_that_changes_later() {
    Item item = Items.item("/a.jpg");
    Set<String> ids = new HashSet<>(Set.of("x"));
    List<Filter> filters = new ArrayList<>(List.of(new Filter.Everything()));
    Filter without = new Filter.NotThese(ids);
    Filter all = new Filter.All(filters);
    ids.add(item.id());
    filters.add(new Filter.InFolder("/nowhere"));
    assertThat(without.matches(item)).isTrue();
    assertThat(all.matches(item)).isTrue();
    assertThat(new Filter.NotThese(ids).matches(item)).isFalse();
    assertThat(new Filter.All(filters).matches(item)).isFalse();
  }
}
