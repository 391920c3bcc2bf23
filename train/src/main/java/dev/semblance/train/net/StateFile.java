package dev.semblance.train.net;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import org.bytedeco.pytorch.Tensor;

/// Tensors in a file of the safetensors form (github.com/huggingface/safetensors: eight bytes of
/// header length, a JSON header, the values), all float32.
public final class StateFile {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FLOAT_BYTES = 4;

  private StateFile() {}

  /// Writes the tensors beside `file`, makes sure that they lie on the disk, and puts them in its
  /// place: a reader sees the old file or the new one.
  ///
  /// @param step kept in the header, as `step`
  public static void write(Path file, Map<String, Tensor> tensors, long step) {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    ObjectNode header = JSON.createObjectNode();
    header.putObject("__metadata__").put("step", Long.toString(step));
    long place = 0;
    for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
      ObjectNode node = header.putObject(entry.getKey()).put("dtype", "F32");
      for (long size : Tensors.shape(entry.getValue())) {
        node.withArray("shape").add(size);
      }
      node.withArray("shape");
      long end = place + entry.getValue().numel() * FLOAT_BYTES;
      node.putArray("data_offsets").add(place).add(end);
      place = end;
    }
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      byte[] text = JSON.writeValueAsString(header).getBytes(StandardCharsets.UTF_8);
      writeAll(channel, little(8).putLong(text.length).flip());
      writeAll(channel, ByteBuffer.wrap(text));
      for (Tensor tensor : tensors.values()) {
        float[] values = Tensors.toFloats(tensor);
        ByteBuffer bytes = little(values.length * FLOAT_BYTES);
        bytes.asFloatBuffer().put(values);
        writeAll(channel, bytes);
      }
      channel.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException(fresh + ": cannot be written", e);
    }
    moveInto(fresh, file);
  }

  /// Reads the values into these tensors.
  ///
  /// @return the step it was written at
  /// @throws IllegalArgumentException when it lacks one of them or has it in another shape
  public static long read(Path file, Map<String, Tensor> tensors) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      int headerBytes = Math.toIntExact(readAll(channel, 0, 8).getLong());
      JsonNode header = header(readAll(channel, 8, headerBytes));
      for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
        JsonNode node = header.path(entry.getKey());
        JsonNode offsets = node.path("data_offsets");
        long from = offsets.path(0).asLong();
        long bytes = offsets.path(1).asLong() - from;
        if (node.isMissingNode() || bytes != entry.getValue().numel() * FLOAT_BYTES) {
          throw new IllegalArgumentException(
              file + ": has no \"" + entry.getKey() + "\" of the size wanted; another net?");
        }
        float[] values = new float[(int) (bytes / FLOAT_BYTES)];
        readAll(channel, 8 + headerBytes + from, (int) bytes).asFloatBuffer().get(values);
        entry.getValue().copy_(Tensors.floats(values, Tensors.shape(entry.getValue())));
      }
      return header.path("__metadata__").path("step").asLong();
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read", e);
    }
  }

  /// Whether the file has all of these tensors, of whatever size.
  public static boolean has(Path file, Set<String> names) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      int headerBytes = Math.toIntExact(readAll(channel, 0, 8).getLong());
      JsonNode header = header(readAll(channel, 8, headerBytes));
      return names.stream().allMatch(header::has);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read", e);
    }
  }

  private static JsonNode header(ByteBuffer bytes) throws JsonProcessingException {
    return JSON.readTree(StandardCharsets.UTF_8.decode(bytes).toString());
  }

  private static void moveInto(Path fresh, Path file) {
    try {
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be replaced", e);
    }
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private static ByteBuffer readAll(FileChannel channel, long from, int size) throws IOException {
    ByteBuffer bytes = little(size);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, from + bytes.position()) < 0) {
        throw new IOException("ends at byte " + (from + bytes.position()));
      }
    }
    return bytes.flip();
  }
}
