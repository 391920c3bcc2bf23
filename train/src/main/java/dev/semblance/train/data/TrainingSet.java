package dev.semblance.train.data;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// All pictures of a run with the texts each may be shown with, numbered through all stores. Those
/// that are held out have a number but belong to no group.
///
/// Safe for many threads as long as its stores are open.
public final class TrainingSet {
  private final List<PictureStore> stores;
  private final List<int[]> texts;
  private final Map<Group, int[]> groups;
  private final BitSet drawn = new BitSet();
  private final BitSet heldOut = new BitSet();

  /// @param stores where the pictures lie; numbers run on from one to the next
  /// @param rows what the tables say; rows of pictures that no store has are passed over
  /// @param book the numbers of the texts
  /// @throws IllegalArgumentException when a picture has no text
  public TrainingSet(List<PictureStore> stores, List<TextRow> rows, TextBook book) {
    this.stores = List.copyOf(stores);
    Map<String, List<TextRow>> byFile = new HashMap<>();
    for (TextRow row : rows) {
      byFile.computeIfAbsent(row.file(), file -> new ArrayList<>()).add(row);
    }
    this.texts = new ArrayList<>();
    Map<Group, List<Integer>> members = new EnumMap<>(Group.class);
    for (PictureStore store : stores) {
      for (String name : store.names()) {
        List<TextRow> own = byFile.get(name);
        if (own == null) {
          throw new IllegalArgumentException(name + ": no table has a text for this picture");
        }
        Group group = Group.ofSource(own.getFirst().source());
        if (group.holdsOut(name)) {
          heldOut.set(texts.size());
        } else {
          members.computeIfAbsent(group, _ -> new ArrayList<>()).add(texts.size());
        }
        drawn.set(texts.size(), group == Group.DRAWINGS);
        texts.add(numbers(own, book));
      }
    }
    this.groups = new EnumMap<>(Group.class);
    members.forEach(
        (group, list) -> groups.put(group, list.stream().mapToInt(Integer::intValue).toArray()));
  }

  private static int[] numbers(List<TextRow> rows, TextBook book) {
    return rows.stream()
        .flatMap(row -> Phrases.of(row).stream())
        .mapToInt(book::number)
        .distinct()
        .toArray();
  }

  /// How many pictures there are.
  public int size() {
    return texts.size();
  }

  /// The pictures of a group; empty where there are none.
  int[] members(Group group) {
    return groups.getOrDefault(group, new int[0]);
  }

  /// Whether a picture is one of our drawings.
  public boolean isDrawn(int picture) {
    return drawn.get(picture);
  }

  /// The pictures that are never trained on.
  public int[] heldOut() {
    return heldOut.stream().toArray();
  }

  /// What a drawing is of: its name without the number.
  String family(int picture) {
    String name = name(picture);
    return name.substring(0, Math.max(0, name.lastIndexOf('-')));
  }

  /// Whether a text is among those that a picture may be shown with.
  boolean tells(int text, int picture) {
    for (int own : texts.get(picture)) {
      if (own == text) {
        return true;
      }
    }
    return false;
  }

  private String name(int picture) {
    int number = picture;
    for (PictureStore store : stores) {
      if (number < store.size()) {
        return store.names().get(number);
      }
      number -= store.size();
    }
    throw new IllegalArgumentException("picture " + picture + " is not among " + size());
  }

  /// The numbers of the texts that a picture may be shown with, at least one.
  public int[] texts(int picture) {
    return texts.get(picture);
  }

  /// Copies a picture's pixels to the buffer's position and moves it on.
  public void read(int picture, ByteBuffer into) {
    int number = picture;
    for (PictureStore store : stores) {
      if (number < store.size()) {
        store.read(number, into);
        return;
      }
      number -= store.size();
    }
    throw new IllegalArgumentException("picture " + picture + " is not among " + size());
  }
}
