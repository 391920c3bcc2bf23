package dev.semblance.ingest;

import java.util.Arrays;

/// A set of texts that remembers 64 bits of each: 16 bytes of memory a text on average, and a
/// chance of n^2 / 2^65 that two of n texts are taken for one.
///
/// Safe for many threads.
final class KeySet {
  private static final long EMPTY = 0;
  private long[] slots = new long[1 << 10];
  private int size;

  /// @return whether it was not there
  synchronized boolean add(String text) {
    if (2 * (size + 1) > slots.length) {
      grow();
    }
    boolean added = insert(slots, hash(text));
    size += added ? 1 : 0;
    return added;
  }

  synchronized boolean contains(String text) {
    long hash = hash(text);
    return slots[slot(slots, hash)] == hash;
  }

  synchronized int size() {
    return size;
  }

  private void grow() {
    long[] larger = new long[Math.multiplyExact(slots.length, 2)];
    Arrays.stream(slots).filter(hash -> hash != EMPTY).forEach(hash -> insert(larger, hash));
    slots = larger;
  }

  private static boolean insert(long[] slots, long hash) {
    int slot = slot(slots, hash);
    boolean free = slots[slot] == EMPTY;
    slots[slot] = hash;
    return free;
  }

  /// Where a hash is, or where it would go.
  private static int slot(long[] slots, long hash) {
    int mask = slots.length - 1;
    int slot = (int) hash & mask;
    while (slots[slot] != EMPTY && slots[slot] != hash) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /// FNV-1a over the characters, finished as in MurmurHash3's fmix64.
  private static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    hash ^= hash >>> 33;
    return hash == EMPTY ? 1 : hash;
  }
}
