package dev.semblance.lucene.document;

import dev.semblance.image.PictureInfo.Place;
import dev.semblance.index.Failure;
import dev.semblance.index.Item;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// What is stored of an item or a failure beside its path and part, in a few dozen bytes.
///
/// The first byte is the version of the form; what a released version wrote stays readable.
final class ItemBytes {
  static final int HASH_BYTES = 32;

  private static final byte VERSION = 1;
  private static final int HAS_CAPTURED = 1;
  private static final int HAS_CAMERA = 2;
  private static final int HAS_PLACE = 4;

  private ItemBytes() {}

  static BytesRef of(Item item) throws IOException {
    ByteBuffersDataOutput out = new ByteBuffersDataOutput();
    out.writeByte(VERSION);
    out.writeVLong(item.sizeBytes());
    write(out, item.modified());
    out.writeBytes(HexFormat.of().parseHex(item.contentHash()), HASH_BYTES);
    out.writeVInt(item.width());
    out.writeVInt(item.height());
    int captured = item.captured().isPresent() ? HAS_CAPTURED : 0;
    int camera = item.camera().isPresent() ? HAS_CAMERA : 0;
    int place = item.place().isPresent() ? HAS_PLACE : 0;
    out.writeByte((byte) (captured | camera | place));
    if (captured != 0) {
      write(out, item.captured().orElseThrow().toInstant(ZoneOffset.UTC));
    }
    if (camera != 0) {
      out.writeString(item.camera().orElseThrow());
    }
    if (place != 0) {
      write(out, item.place().orElseThrow());
    }
    return new BytesRef(out.toArrayCopy());
  }

  /// @throws IOException with the path, when the bytes are of another form or damaged
  static Item item(BytesRef bytes, String path, String part) throws IOException {
    try {
      ByteArrayDataInput in = opened(bytes, path);
      return atEnd(in, path, item(in, path, part));
    } catch (RuntimeException e) {
      throw damaged(path, e);
    }
  }

  private static Item item(DataInput in, String path, String part) throws IOException {
    long sizeBytes = in.readVLong();
    Instant modified = instant(in);
    byte[] hash = new byte[HASH_BYTES];
    in.readBytes(hash, 0, HASH_BYTES);
    int width = in.readVInt();
    int height = in.readVInt();
    int has = in.readByte();
    return new Item(
        path,
        part,
        sizeBytes,
        modified,
        HexFormat.of().formatHex(hash),
        width,
        height,
        (has & HAS_CAPTURED) == 0 ? Optional.empty() : Optional.of(date(in)),
        (has & HAS_CAMERA) == 0 ? Optional.empty() : Optional.of(in.readString()),
        (has & HAS_PLACE) == 0 ? Optional.empty() : Optional.of(place(in)));
  }

  static BytesRef of(Failure failure) throws IOException {
    ByteBuffersDataOutput out = new ByteBuffersDataOutput();
    out.writeByte(VERSION);
    out.writeZLong(failure.sizeBytes());
    write(out, failure.modified());
    out.writeString(failure.kind());
    out.writeString(failure.reason());
    write(out, failure.at());
    return new BytesRef(out.toArrayCopy());
  }

  /// @throws IOException as [#item(BytesRef, String, String)]
  static Failure failure(BytesRef bytes, String path) throws IOException {
    try {
      ByteArrayDataInput in = opened(bytes, path);
      return atEnd(in, path, failure(in, path));
    } catch (RuntimeException e) {
      throw damaged(path, e);
    }
  }

  private static Failure failure(DataInput in, String path) throws IOException {
    return new Failure(
        path, in.readZLong(), instant(in), in.readString(), in.readString(), instant(in));
  }

  /// Lucene's input reads on beyond its end, into what lies behind in the same block.
  private static <T> T atEnd(ByteArrayDataInput in, String path, T read) throws IOException {
    if (!in.eof()) {
      throw damaged(path, null);
    }
    return read;
  }

  private static IOException damaged(String path, @Nullable RuntimeException cause) {
    return new IOException(path + ": what the index stores of it is damaged; index anew", cause);
  }

  private static ByteArrayDataInput opened(BytesRef bytes, String path) throws IOException {
    ByteArrayDataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
    byte version = in.readByte();
    if (version != VERSION) {
      throw new IOException(
          path
              + ": stored in form "
              + version
              + ", this program reads form "
              + VERSION
              + "; use a newer program, or index anew");
    }
    return in;
  }

  private static void write(DataOutput out, Instant instant) throws IOException {
    out.writeZLong(instant.getEpochSecond());
    out.writeVInt(instant.getNano());
  }

  private static Instant instant(DataInput in) throws IOException {
    return Instant.ofEpochSecond(in.readZLong(), in.readVInt());
  }

  private static LocalDateTime date(DataInput in) throws IOException {
    return LocalDateTime.ofEpochSecond(in.readZLong(), in.readVInt(), ZoneOffset.UTC);
  }

  private static void write(DataOutput out, Place place) throws IOException {
    out.writeLong(Double.doubleToLongBits(place.latitude()));
    out.writeLong(Double.doubleToLongBits(place.longitude()));
  }

  private static Place place(DataInput in) throws IOException {
    return new Place(
        Double.longBitsToDouble(in.readLong()), Double.longBitsToDouble(in.readLong()));
  }
}
