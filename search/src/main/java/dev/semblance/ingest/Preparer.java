package dev.semblance.ingest;

import dev.semblance.crawl.FoundFile;
import dev.semblance.crawl.Trouble;
import dev.semblance.image.DecodedPicture;
import dev.semblance.image.PictureInfo;
import dev.semblance.image.UnreadablePictureException;
import dev.semblance.image.UnreadablePictureException.Kind;
import dev.semblance.index.Item;
import dev.semblance.ingest.InFlight.Claim;
import dev.semblance.ingest.InFlight.Resolution;
import dev.semblance.ingest.Run.Message;
import dev.semblance.ingest.Run.Step;
import dev.semblance.model.Input;
import dev.semblance.model.ModelException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads files, looks whether their content is known, decodes and preprocesses those where it is
/// not. Several work side by side.
final class Preparer {
  private final Run run;
  private final ByteGate gate;

  Preparer(Run run, ByteGate gate) {
    this.run = run;
    this.gate = gate;
  }

  /// Until there are no more candidates.
  void work() throws InterruptedException {
    while (run.candidates.take() instanceof Step.Read(Candidate candidate)) {
      if (!run.stopping.get()) {
        prepare(candidate);
      }
    }
  }

  private void prepare(Candidate candidate) throws InterruptedException {
    FoundFile file = candidate.file();
    Settings settings = run.ingest.settings();
    boolean alone = file.sizeBytes() > settings.share() / 2;
    long room = alone ? settings.memoryBytes() : settings.share();
    try {
      @Nullable Content toDecodeAlone = null;
      try (var _ = gate.enter(room)) {
        Content content = Content.read(file.path(), settings.memoryBytes());
        boolean undone = !handle(candidate, content, room);
        toDecodeAlone = undone ? content : null;
      }
      if (toDecodeAlone != null) {
        try (var _ = gate.enter(settings.memoryBytes())) {
          decode(candidate, toDecodeAlone, settings.memoryBytes());
        }
      }
    } catch (NoSuchFileException e) {
      run.messages.put(new Message.Vanished(candidate));
    } catch (Content.TooLargeException e) {
      run.messages.put(new Message.TooLarge(candidate, Trouble.inWords(e)));
    } catch (IOException e) {
      run.messages.put(new Message.Unread(candidate, Trouble.inWords(e)));
    }
  }

  /// @return false when it has to be decoded in more room
  private boolean handle(Candidate candidate, Content content, long room)
      throws InterruptedException {
    return switch (run.inFlight.claim(content.hash(), candidate)) {
      case Claim.Waits _ -> true;
      case Claim.Resolved(Resolution resolution) -> {
        run.messages.put(new Message.Resolved(candidate, content.hash(), resolution, false));
        yield true;
      }
      case Claim.First _ -> {
        Optional<Resolution> known = known(content.hash());
        if (known.isPresent()) {
          resolved(candidate, content, known.get());
          yield true;
        }
        yield decode(candidate, content, room);
      }
    };
  }

  /// @return false when it needs more room than this and there is more
  private boolean decode(Candidate candidate, Content content, long room)
      throws InterruptedException {
    try {
      run.pictures.put(picture(candidate, content, room));
    } catch (UnreadablePictureException e) {
      if (e.kind() == Kind.TOO_LARGE && room < run.ingest.settings().memoryBytes()) {
        return false;
      }
      failed(candidate, content, e.kind().name(), e.getMessage());
    } catch (ModelException | IllegalArgumentException e) {
      failed(candidate, content, Keeper.MODEL, e.getMessage());
    } catch (OutOfMemoryError e) {
      failed(candidate, content, Kind.TOO_LARGE.name(), "there is not enough memory to decode it");
    }
    return true;
  }

  private Optional<Resolution> known(String hash) {
    if (run.plan.force()) {
      return Optional.empty();
    }
    return Optional.ofNullable(run.ingest.index().byContent(List.of(hash)).get(hash))
        .map(same -> new Resolution.Reused(same.item(), same.embedding()));
  }

  private Step.Embed picture(Candidate candidate, Content content, long room) {
    String source = candidate.file().key();
    DecodedPicture picture = decode(content.bytes(), source, room);
    return new Step.Embed(
        candidate,
        item(candidate.file(), content.hash(), picture.info()),
        run.ingest.encoder().prepare(new Input.Image(picture.pixels(), source)));
  }

  /// Decodes; an error that no decoder should throw becomes the file's too.
  private DecodedPicture decode(byte[] bytes, String source, long room) {
    try {
      return run.ingest.decoder().decode(bytes, source, room);
    } catch (UnreadablePictureException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new UnreadablePictureException(Kind.CORRUPT, source, "its decoder failed: " + e);
    }
  }

  private static Item item(FoundFile file, String hash, PictureInfo info) {
    return new Item(
        file.key(),
        "",
        file.sizeBytes(),
        file.modified(),
        hash,
        info.width(),
        info.height(),
        info.captured(),
        info.camera(),
        info.place());
  }

  private void failed(Candidate candidate, Content content, String kind, @Nullable String message)
      throws InterruptedException {
    resolved(candidate, content, Resolution.Failed.of(kind, candidate.file().key(), message));
  }

  private void resolved(Candidate candidate, Content content, Resolution resolution)
      throws InterruptedException {
    run.messages.put(new Message.Resolved(candidate, content.hash(), resolution, true));
  }
}
