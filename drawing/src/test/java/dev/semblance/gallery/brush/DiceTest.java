package dev.semblance.gallery.brush;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DiceTest {
  @Test
  void one_seed_gives_one_sequence() {
    Dice a = new Dice(42);
    Dice b = new Dice(42);
    for (int i = 0; i < 50; i++) {
      assertThat(a.between(0, 1)).isEqualTo(b.between(0, 1));
      assertThat(a.seed()).isEqualTo(b.seed());
    }
  }

  @Test
  void whole_numbers_reach_both_ends_and_no_further() {
    Dice dice = new Dice(1);
    TreeSet<Integer> seen = new TreeSet<>();
    for (int i = 0; i < 300; i++) {
      seen.add(dice.whole(2, 5));
    }
    assertThat(seen).containsExactly(2, 3, 4, 5);
  }

  @Test
  void between_and_near_stay_inside() {
    Dice dice = new Dice(2);
    for (int i = 0; i < 500; i++) {
      assertThat(dice.between(3, 4)).isBetween(3f, 4f);
      assertThat(dice.near(10, 2)).isBetween(8f, 12f);
      assertThat(dice.bell()).isBetween(-3.5f, 3.5f);
    }
  }

  @Test
  void a_fork_does_not_disturb_later_throws_by_its_own() {
    Dice a = new Dice(5);
    Dice b = new Dice(5);
    Dice fork = a.fork();
    b.fork();
    fork.seed();
    fork.seed();
    assertThat(a.seed()).isEqualTo(b.seed());
  }

  @Test
  void picks_come_from_the_list_and_chance_follows_the_probability() {
    Dice dice = new Dice(6);
    int yes = 0;
    for (int i = 0; i < 2000; i++) {
      assertThat(dice.pick(List.of("a", "b"))).isIn("a", "b");
      yes += dice.chance(0.25) ? 1 : 0;
    }
    assertThat(yes).isBetween(400, 600);
  }
}
