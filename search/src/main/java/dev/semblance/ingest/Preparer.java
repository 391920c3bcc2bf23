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
    try (var _ = gate.enter(file.sizeBytes())) {
      Content content = Content.read(file.path(), run.ingest.settings().fileBytes());
      switch (run.inFlight.claim(content.hash(), candidate)) {
        case Claim.First _ -> first(candidate, content);
        case Claim.Waits _ -> {}
        case Claim.Resolved(Resolution resolution) ->
            run.messages.put(new Message.Resolved(candidate, content.hash(), resolution, false));
      }
    } catch (NoSuchFileException e) {
      run.messages.put(new Message.Vanished(candidate));
    } catch (Content.TooLargeException e) {
      run.messages.put(new Message.TooLarge(candidate, Trouble.inWords(e)));
    } catch (IOException e) {
      run.messages.put(new Message.Unread(candidate, Trouble.inWords(e)));
    }
  }

  private void first(Candidate candidate, Content content) throws InterruptedException {
    Optional<Resolution> known = known(content.hash());
    if (known.isPresent()) {
      resolved(candidate, content, known.get());
      return;
    }
    try {
      run.pictures.put(decode(candidate, content));
    } catch (UnreadablePictureException e) {
      failed(candidate, content, e.kind().name(), e.getMessage());
    } catch (ModelException | IllegalArgumentException e) {
      failed(candidate, content, Keeper.MODEL, e.getMessage());
    } catch (OutOfMemoryError e) {
      failed(candidate, content, Kind.TOO_LARGE.name(), "there is not enough memory to decode it");
    }
  }

  private Optional<Resolution> known(String hash) {
    if (run.plan.force()) {
      return Optional.empty();
    }
    return Optional.ofNullable(run.ingest.index().byContent(List.of(hash)).get(hash))
        .map(same -> new Resolution.Reused(same.item(), same.embedding()));
  }

  private Step.Embed decode(Candidate candidate, Content content) {
    String source = candidate.file().key();
    DecodedPicture picture = decode(content.bytes(), source);
    return new Step.Embed(
        candidate,
        item(candidate.file(), content.hash(), picture.info()),
        run.ingest.encoder().prepare(new Input.Image(picture.pixels(), source)));
  }

  /// Decodes; an error that no decoder should throw becomes the file's too.
  private DecodedPicture decode(byte[] bytes, String source) {
    try {
      return run.ingest.decoder().decode(bytes, source);
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

  private void failed(Candidate candidate, Content content, String kind, @Nullable String told)
      throws InterruptedException {
    String message = String.valueOf(told);
    String source = candidate.file().key() + ": ";
    String reason = message.startsWith(source) ? message.substring(source.length()) : message;
    resolved(candidate, content, new Resolution.Failed(kind, reason));
  }

  private void resolved(Candidate candidate, Content content, Resolution resolution)
      throws InterruptedException {
    run.messages.put(new Message.Resolved(candidate, content.hash(), resolution, true));
  }
}
