package dev.semblance.ingest;

import dev.semblance.crawl.Finding;
import dev.semblance.crawl.FoundFile;
import dev.semblance.index.Known;
import dev.semblance.ingest.Run.Message;
import dev.semblance.ingest.Run.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Goes through what the crawl finds and picks out the files that may have to be embedded.
///
/// A file of known size and time is unchanged; others are candidates.
final class Scout {
  private static final int AT_A_TIME = 128;

  private final Run run;
  private final List<FoundFile> files = new ArrayList<>();
  private long found;

  Scout(Run run) {
    this.run = run;
  }

  /// Until the crawl ends or the run stops.
  void work() throws InterruptedException {
    while (!run.stopping.get() && run.plan.findings().hasNext()) {
      switch (run.plan.findings().next()) {
        case FoundFile file -> {
          files.add(file);
          if (files.size() == AT_A_TIME) {
            check();
          }
        }
        case Finding.Unreadable unreadable -> {
          run.seen.add(unreadable.key());
          run.messages.put(new Message.Unreadable(unreadable));
        }
        case Finding.MissingRoot _ -> {}
      }
    }
    check();
    if (!run.stopping.get()) {
      run.messages.put(new Message.Tell(new Event.Found(found, true)));
    }
  }

  private void check() throws InterruptedException {
    found += files.size();
    run.messages.put(new Message.Tell(new Event.Found(found, false)));
    Map<String, Known> known =
        run.ingest.index().known(files.stream().map(FoundFile::key).toList());
    long unchanged = 0;
    long stillFailed = 0;
    for (FoundFile file : files) {
      run.seen.add(file.key());
      Candidate candidate = new Candidate(file, known.get(file.key()));
      if (isToBeRead(candidate)) {
        run.candidates.put(new Step.Read(candidate));
      } else if (candidate.isItem()) {
        unchanged++;
      } else {
        stillFailed++;
      }
    }
    files.clear();
    run.messages.put(new Message.Tell(new Event.Unchanged(unchanged)));
    run.messages.put(new Message.Tell(new Event.StillFailed(stillFailed)));
  }

  private boolean isToBeRead(Candidate candidate) {
    return run.plan.force()
        || !candidate.isUntouched()
        || (run.plan.retryFailures() && !candidate.isItem());
  }
}
