package dev.semblance.train.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which pictures, texts and views make up each step, from a seed and the step's number alone.
///
/// Each group is gone through in an order drawn anew for every pass. For one thread.
public final class BatchPlan {
  private static final long TEXTS = 1L << 40;

  /// Drawings of one family that come together, so that a batch holds pictures that differ in one
  /// word; those are the negatives that teach the word.
  private static final int TOGETHER = 8;

  private static final long CLUMPS = 100;
  private static final double SMALLEST_DRAWING = 0.7;

  private final TrainingSet set;
  private final Map<Group, Integer> mix;
  private final int size;
  private final double smallestArea;
  private final Draws orders;
  private final Draws views;
  private final Map<Group, Pass> passes = new HashMap<>();

  @SuppressWarnings("ArrayRecordComponent") // an order being gone through, never compared
  private record Pass(long number, int[] order) {}

  /// @param mix pictures of each group in a batch
  /// @param smallestArea share of a photograph that is seen at least
  /// @throws IllegalArgumentException when the set lacks a group that the mix asks for
  public BatchPlan(TrainingSet set, Map<Group, Integer> mix, long seed, double smallestArea) {
    this.smallestArea = smallestArea;
    this.set = set;
    this.mix = new EnumMap<>(Group.class);
    this.orders = new Draws(seed);
    this.views = new Draws(~seed);
    int sum = 0;
    for (Group group : Group.values()) {
      int count = mix.getOrDefault(group, 0);
      if (count > 0 && set.members(group).length == 0) {
        throw new IllegalArgumentException(
            "the mix asks for " + count + " of " + group + ", but the data has none of it");
      }
      if (count > 0) {
        this.mix.put(group, count);
      }
      sum += count;
    }
    this.size = sum;
  }

  /// Pictures in a batch.
  public int size() {
    return size;
  }

  /// The batch of a step, counted from 0.
  public Batch at(long step) {
    int[] pictures = new int[size];
    int[] texts = new int[size];
    View[] looks = new View[size];
    int place = 0;
    for (Map.Entry<Group, Integer> part : mix.entrySet()) {
      Group group = part.getKey();
      boolean drawn = group == Group.DRAWINGS;
      for (int i = 0; i < part.getValue(); i++) {
        int picture = member(group, step * part.getValue() + i);
        int[] choice = set.texts(picture);
        pictures[place] = picture;
        texts[place] = choice[views.below(choice.length, TEXTS + step, place)];
        // Letters and sides matter in a drawing, and its caption tells of all of it.
        looks[place] =
            View.random(views, step, place, drawn ? SMALLEST_DRAWING : smallestArea, !drawn);
        place++;
      }
    }
    return new Batch(pictures, texts, looks);
  }

  private int member(Group group, long position) {
    int[] members = set.members(group);
    long number = position / members.length;
    Pass pass = passes.get(group);
    if (pass == null || pass.number() != number) {
      int[] order = orders.order(members.length, group.number(), number);
      pass = new Pass(number, group == Group.DRAWINGS ? clumps(order, members, number) : order);
      passes.put(group, pass);
    }
    return members[pass.order()[(int) (position % members.length)]];
  }

  /// An order in which members of one family come `TOGETHER` at a time.
  private int[] clumps(int[] order, int[] members, long number) {
    Map<String, List<Integer>> families = new LinkedHashMap<>();
    for (int place : order) {
      families.computeIfAbsent(set.family(members[place]), family -> new ArrayList<>()).add(place);
    }
    List<List<Integer>> clumps = new ArrayList<>();
    for (List<Integer> family : families.values()) {
      for (int from = 0; from < family.size(); from += TOGETHER) {
        clumps.add(family.subList(from, Math.min(from + TOGETHER, family.size())));
      }
    }
    int[] mixed = orders.order(clumps.size(), CLUMPS, number);
    return Arrays.stream(mixed)
        .mapToObj(clumps::get)
        .flatMap(List::stream)
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
