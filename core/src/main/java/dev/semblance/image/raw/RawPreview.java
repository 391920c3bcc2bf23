package dev.semblance.image.raw;

import dev.semblance.image.format.JpegFrame;
import dev.semblance.image.format.TiffDirectories;
import dev.semblance.image.format.TiffDirectories.Directory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The largest JPEG inside of a camera's RAW file.
///
/// CR2, NEF, ARW, DNG, ORF and RW2 are TIFFs, or nearly; CR3 is made of boxes; RAF has a table of
/// offsets. Where the structure names no preview, all of the file is searched for one.
///
/// @param start where in the file the JPEG begins
/// @param end where what belongs to it ends
/// @param exif the file's own EXIF block, beginning with its TIFF header: the file itself where it
///   is a TIFF, empty where only the preview has one
@SuppressWarnings("ArrayRecordComponent") // handed from here to the decoder, never compared
public record RawPreview(int start, int end, byte[] exif) {
  private static final int NEW_SUBFILE_TYPE = 254;
  private static final int COMPRESSION = 259;
  private static final int PHOTOMETRIC = 262;
  private static final int DNG_VERSION = 50706;

  /// Colour filter array, and linear RAW (DNG specification 1.7, chapter 4).
  private static final Set<Long> RAW_PHOTOMETRICS = Set.of(32803L, 34892L);

  /// Sony ARW, Nikon NEF, Samsung SRW, Pentax PEF.
  private static final Set<Long> RAW_COMPRESSIONS = Set.of(32767L, 34713L, 32770L, 65535L);

  private static final byte[] NONE = {};

  /// A piece of the file that may be a JPEG.
  record Piece(long start, long length) {}

  /// Whether a TIFF is a camera's RAW file in that clothing, whose first page is a preview or one
  /// colour a pixel.
  public static boolean isRaw(TiffDirectories tiff) {
    return !tiff.pages().isEmpty() && isRaw(tiff.pages().getFirst());
  }

  private static boolean isRaw(Directory page) {
    boolean preview =
        (page.number(NEW_SUBFILE_TYPE, 0) & 1) != 0 && page.has(TiffDirectories.SUB_DIRECTORIES);
    return preview
        || page.has(DNG_VERSION)
        || RAW_PHOTOMETRICS.contains(page.number(PHOTOMETRIC, 0))
        || RAW_COMPRESSIONS.contains(page.number(COMPRESSION, 1));
  }

  /// Finds the preview of most pixels; empty where there is none.
  public static Optional<RawPreview> largest(byte[] file) {
    Optional<TiffDirectories> tiff = TiffDirectories.of(file);
    List<Piece> pieces = new ArrayList<>();
    byte[] exif = NONE;
    if (tiff.isPresent()) {
      pieces.addAll(TiffPreviews.of(tiff.get()));
      exif = file;
    } else if (RafPreview.isRaf(file)) {
      pieces.addAll(RafPreview.of(file));
    } else {
      Cr3Previews cr3 = new Cr3Previews(file);
      pieces.addAll(cr3.pieces());
      exif = cr3.exif();
    }
    Optional<RawPreview> found = best(file, pieces, exif);
    return found.isPresent() ? found : best(file, JpegSearch.in(file), exif);
  }

  private static Optional<RawPreview> best(byte[] file, List<Piece> pieces, byte[] exif) {
    long most = 0;
    Optional<RawPreview> best = Optional.empty();
    for (Piece piece : pieces) {
      boolean within =
          piece.start >= 0 && piece.length > 0 && piece.length <= file.length - piece.start;
      long area = within ? JpegFrame.of(file, piece.start).map(JpegFrame::area).orElse(0L) : 0;
      if (area > most) {
        most = area;
        int start = (int) piece.start;
        best = Optional.of(new RawPreview(start, start + (int) piece.length, exif));
      }
    }
    return best;
  }

  /// The JPEG's bytes.
  public byte[] jpeg(byte[] file) {
    return Arrays.copyOfRange(file, start, end);
  }
}
