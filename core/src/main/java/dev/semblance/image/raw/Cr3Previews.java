package dev.semblance.image.raw;

import dev.semblance.image.format.IsoBoxes;
import dev.semblance.image.format.IsoBoxes.Box;
import dev.semblance.image.raw.RawPreview.Piece;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The JPEGs of Canon's CR3, a file of boxes: the full picture is the first track, a smaller one
/// lies in a box `PRVW`, and EXIF's main directory in `CMT1` (as laid out in the notes of
/// lclevy/canon_cr3).
final class Cr3Previews {
  private static final int IDENTITY_BYTES = 16;

  private final byte[] file;
  private final IsoBoxes boxes;

  Cr3Previews(byte[] file) {
    this.file = file;
    this.boxes = new IsoBoxes(file);
  }

  List<Piece> pieces() {
    List<Piece> result = new ArrayList<>();
    boxes.at("moov").ifPresent(movie -> addTracks(movie, result));
    for (Box box : boxes.all()) {
      if (box.type().equals("uuid")) {
        // The identity is followed by a version and a count.
        boxes
            .first("PRVW", box.start() + IDENTITY_BYTES + 8, box.end())
            .ifPresent(preview -> result.add(preview(preview)));
      }
    }
    return result;
  }

  private void addTracks(Box movie, List<Piece> result) {
    for (Box track : boxes.in(movie.start(), movie.end())) {
      if (track.type().equals("trak")) {
        addTrack(track, result);
      }
    }
  }

  /// A track of one sample: its size stands in `stsz`, its place in `co64` or `stco`.
  private void addTrack(Box track, List<Piece> result) {
    Box table = track;
    for (String type : new String[] {"mdia", "minf", "stbl"}) {
      var inner = boxes.first(type, table.start(), table.end());
      if (inner.isEmpty()) {
        return;
      }
      table = inner.get();
    }
    long length = 0;
    long start = -1;
    for (Box box : boxes.in(table.start(), table.end())) {
      switch (box.type()) {
        case "stsz" -> length = sampleSize(box);
        case "co64" -> start = boxes.number(box.start() + 8L, 8);
        case "stco" -> start = boxes.number(box.start() + 8L, 4);
        default -> {}
      }
    }
    result.add(new Piece(start, length));
  }

  /// One size for all samples, or the first of the list.
  private long sampleSize(Box box) {
    long common = boxes.number(box.start() + 4L, 4);
    return common > 0 ? common : boxes.number(box.start() + 12L, 4);
  }

  /// Behind a version, flags and two sizes of two bytes stands the length, then the JPEG.
  private Piece preview(Box box) {
    return new Piece(box.start() + 16L, boxes.number(box.start() + 12L, 4));
  }

  /// The TIFF that holds the main directory; empty where there is none.
  byte[] exif() {
    return boxes
        .at("moov", "uuid")
        .flatMap(canon -> boxes.first("CMT1", canon.start() + IDENTITY_BYTES, canon.end()))
        .map(box -> Arrays.copyOfRange(file, box.start(), box.end()))
        .orElseGet(() -> new byte[0]);
  }
}
