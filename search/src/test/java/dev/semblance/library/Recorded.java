package dev.semblance.library;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Remembers what it was told.
class Recorded implements Progress {
  volatile long found;
  volatile boolean foundAll;
  volatile long done;
  volatile long embedded;
  final List<String> failed = new ArrayList<>();
  final List<String> reasons = new ArrayList<>();
  final List<String> notices = new ArrayList<>();
  final Set<Thread> threads = new HashSet<>();

  @Override
  public void found(long files, boolean all) {
    threads.add(Thread.currentThread());
    found = files;
    foundAll = all;
  }

  @Override
  public void done(long files, long pictures) {
    threads.add(Thread.currentThread());
    done = files;
    embedded = pictures;
  }

  @Override
  public void failed(String path, String reason) {
    threads.add(Thread.currentThread());
    failed.add(path);
    reasons.add(reason);
  }

  @Override
  public void notice(String sentence) {
    notices.add(sentence);
  }
}
