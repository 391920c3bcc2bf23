package dev.semblance.hub.pull;

import dev.semblance.hub.source.ContentHash;
import dev.semblance.hub.source.Pin;
import dev.semblance.hub.source.RemoteFile;
import dev.semblance.model.ModelException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/// Carries out a plan. Used once, by one thread.
final class PullRun {
  private final PullPlan plan;
  private final PullFolder folder;
  private final PullListener listener;
  private final List<Pin> sources;
  private final Path growing;
  private long before;

  PullRun(PullPlan plan, PullFolder folder, PullListener listener) throws IOException {
    this.plan = plan;
    this.folder = folder;
    this.listener = listener;
    this.sources = plan.sources();
    this.growing = folder.growing(sources);
  }

  /// Fetches every file, lets the whole be checked, and makes it visible.
  ///
  /// @throws ModelException when a hash is wrong or the check refuses; then nothing stays
  Origin run(Consumer<Path> check) throws IOException {
    listener.planned(plan.files().size(), plan.bytes());
    List<Origin.Pulled> pulled = new ArrayList<>();
    for (PullPlan.Step step : plan.files()) {
      Path done = growing.resolve(step.target());
      bring(step, done);
      before += step.file().sizeBytes();
      listener.progressed(step.target(), before, plan.bytes());
      pulled.add(new Origin.Pulled(step.target(), step.file().sizeBytes(), hash(step, done)));
    }
    Origin origin = new Origin(plan.request().catalogue(), sources, pulled);
    writeOwn(origin);
    check(check);
    Set<String> wanted = new HashSet<>(plan.request().own().keySet());
    pulled.forEach(file -> wanted.add(file.name()));
    wanted.add(Origin.FILE);
    folder.finish(sources, wanted);
    return origin;
  }

  private void bring(PullPlan.Step step, Path done) throws IOException {
    RemoteFile file = step.file();
    // Without commit and hash nobody knows whether what an earlier run brought is still the same.
    boolean pinned =
        file.hash().kind() != ContentHash.Kind.NONE || !step.source().pin().commit().isEmpty();
    boolean there = Files.exists(done) && Files.size(done) == file.sizeBytes();
    if (pinned && there && file.hash().fits(done)) {
      return;
    }
    Path part = folder.part(sources, file);
    boolean fresh = fetch(step, part);
    if (!file.hash().fits(part)) {
      Files.delete(part);
      // What an earlier run or the hub's cache had may be spoiled: once more from the beginning.
      if (fresh || !(fetch(step, part) && file.hash().fits(part))) {
        folder.drop();
        throw new ModelException(
            step.source().pin().place()
                + "/"
                + file.name()
                + ": has not the hash that was announced ("
                + file.hash().written()
                + "), so it was spoiled or changed on the way; nothing was kept, run the command"
                + " again");
      }
    }
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.createDirectories(Objects.requireNonNull(done.getParent()));
    Files.move(part, done, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private boolean fetch(PullPlan.Step step, Path part) throws IOException {
    return step.source()
        .fetch(
            step.file(),
            part,
            bytes -> listener.progressed(step.target(), before + bytes, plan.bytes()));
  }

  private String hash(PullPlan.Step step, Path done) throws IOException {
    ContentHash announced = step.file().hash();
    if (announced.kind() != ContentHash.Kind.NONE) {
      return announced.written();
    }
    if (!step.source().pin().hub().isEmpty()) {
      listener.notice(step.target() + ": the hub announces no hash; only its size was checked");
    }
    return ContentHash.sha256(done).written();
  }

  private void writeOwn(Origin origin) throws IOException {
    for (Map.Entry<String, String> own : plan.request().own().entrySet()) {
      Path file = growing.resolve(own.getKey());
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      Files.write(file, own.getValue().getBytes(StandardCharsets.UTF_8));
    }
    Files.write(growing.resolve(Origin.FILE), origin.json());
  }

  private void check(Consumer<Path> check) throws IOException {
    try {
      check.accept(growing);
    } catch (ModelException e) {
      folder.drop();
      throw e;
    }
  }
}
