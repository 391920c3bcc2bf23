package dev.semblance.text.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.text.pipeline.Pipeline;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// CLIP's vocabularies, put together by hand: 256 bytes, the same at a word's end, merges, two
/// special tokens.
class ClipBpeFilesTest {
  private static final String MERGES = "\"bpe_simple_vocab\nc a\nca t</w>\n";

  /// `!` is byte 33 and the first that stands for itself, so `a` is 97 - 33. Behind `~`, 93, come
  /// A1 to AC and then AE on, so A9 is 102 and C3 is 127.
  @Test
  void ids_are_those_of_bytes_then_of_bytes_at_a_word_s_end_then_of_merges() {
    Pipeline clip = openAi(MERGES);

    assertThat(Json.ids(clip, "a")).containsExactly(256 + 64);
    assertThat(Json.ids(clip, "ab")).containsExactly(64, 256 + 65);
    assertThat(Json.ids(clip, "cat cab")).containsExactly(513, 512, 256 + 65);
    assertThat(Json.ids(clip, "é")).as("C3 A9").containsExactly(127, 256 + 102);
    assertThat(clip.specialIds().before()).containsExactly(514);
    assertThat(clip.specialIds().behind()).containsExactly(515);
  }

  @Test
  void texts_lose_case_and_are_composed_and_split_as_open_ai_does() {
    Pipeline clip = openAi(MERGES);

    assertThat(Json.ids(clip, "CAT")).containsExactly(513);
    assertThat(Json.ids(clip, "E\u0301")).isEqualTo(Json.ids(clip, "é"));
    assertThat(Json.ids(clip, " a\t\n a ")).isEqualTo(Json.ids(clip, "a a"));
    assertThat(Json.ids(clip, "12")).as("digits stand alone").hasSize(2);
    assertThat(Json.ids(clip, "1")).hasSize(1).isSubsetOf(Json.ids(clip, "12"));
    assertThat(Json.ids(clip, "a's")).as("a and 's").hasSize(3);
    assertThat(Json.ids(clip, " ")).isEmpty();
  }

  @Test
  void special_tokens_in_a_text_are_taken_whole() {
    Pipeline clip = openAi(MERGES);

    assertThat(Json.ids(clip, "a <|endoftext|>")).containsExactly(256 + 64, 515);
    assertThat(Json.ids(clip, "<|StartOfText|>a")).containsExactly(514, 256 + 64);
    assertThat(Json.ids(clip, "<|endoftext")).as("none").doesNotContain(515);
  }

  @Test
  void a_packed_file_is_the_same_as_a_plain_one() {
    byte[] plain = MERGES.getBytes(StandardCharsets.UTF_8);
    Pipeline packed = ClipBpeFiles.readOpenAi(gzip(plain));

    assertThat(Json.ids(packed, "cat cab")).containsExactly(513, 512, 256 + 65);
    assertThat(Json.ids(openAi(MERGES.replace("\n", "\r\n")), "cat")).containsExactly(513);
  }

  @Test
  void a_packed_file_that_is_not_whole_is_refused() {
    byte[] packed = gzip(MERGES.getBytes(StandardCharsets.UTF_8));
    for (int length = 2; length < packed.length; length++) {
      byte[] cut = Arrays.copyOf(packed, length);
      assertThatThrownBy(() -> ClipBpeFiles.readOpenAi(cut))
          .as("cut to %d bytes", length)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("CLIP's merges are broken gzip: ");
    }
    packed[packed.length - 6] ^= 1;
    assertThatThrownBy(() -> ClipBpeFiles.readOpenAi(packed))
        .hasMessageStartingWith("CLIP's merges are broken gzip: ");
  }

  /// `simple_tokenizer.py` reads 49,152 - 256 - 2 lines, which end the vocabulary at 49,408.
  @Test
  void lines_behind_the_last_merge_of_clip_are_left_out() {
    StringBuilder lines = new StringBuilder("\"header\n");
    for (int i = 0; i < 48_894 - 2; i++) {
      lines.append("x y\n");
    }
    Pipeline clip = openAi(lines + "c a\nca t</w>\nca b</w>\nno merge at all\n");

    assertThat(clip.specialIds().before()).containsExactly(49_406);
    assertThat(clip.specialIds().behind()).containsExactly(49_407);
    assertThat(Json.ids(clip, "cat cab")).containsExactly(49_405, 49_404, 256 + 65);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ca", "c a t", "", "c  a"})
  void a_line_that_is_no_merge_is_refused(String line) {
    assertThatThrownBy(() -> openAi("\"header\n" + line + "\nc a\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the tokenizer's merge \"" + line + "\" is not two texts with one space between");
  }

  @Test
  void a_merge_of_what_is_not_known_yet_is_refused() {
    assertThatThrownBy(() -> openAi("\"header\nca t</w>\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the tokenizer's merges name ca, which is not in its vocabulary");
  }

  private static final String VOCABULARY =
      "{'c': 0, 'a': 1, 't</w>': 2, 'ca': 3, 'cat</w>': 4, 'a</w>': 5, '<|startoftext|>': 6,"
          + " '<|endoftext|>': 7, 's</w>': 8}";

  @Test
  void hugging_face_s_ids_are_those_of_its_vocabulary() {
    Pipeline clip = huggingFace(VOCABULARY, "#version: 0.2\nc a\n\nca t</w>\n");

    assertThat(Json.ids(clip, "CAT  a")).containsExactly(4, 5);
    assertThat(Json.ids(clip, "cas")).containsExactly(3, 8);
    assertThat(Json.ids(clip, "cat<|endoftext|>")).containsExactly(4, 7);
    assertThat(Json.ids(clip, "xx")).as("each unknown is the end token").containsExactly(7, 7);
    assertThat(clip.specialIds().before()).containsExactly(6);
    assertThat(clip.specialIds().behind()).containsExactly(7);
  }

  @Test
  void hugging_face_s_merges_need_no_version() {
    assertThat(Json.ids(huggingFace(VOCABULARY, "c a"), "ca")).isEqualTo(List.of(0, 5));
    assertThat(Json.ids(huggingFace(VOCABULARY, "c a"), "caa")).isEqualTo(List.of(3, 5));
    assertThat(Json.ids(huggingFace(VOCABULARY, ""), "caa")).isEqualTo(List.of(0, 1, 5));
  }

  @Test
  void hugging_face_s_files_are_refused_with_what_they_lack() {
    assertThatThrownBy(() -> huggingFace("{'<|endoftext|>': 0}", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("CLIP's vocabulary must hold <|startoftext|>, but lacks it");
    assertThatThrownBy(() -> huggingFace("{'<|startoftext|>': 0}", ""))
        .hasMessageContaining("<|endoftext|>");
    assertThatThrownBy(() -> huggingFace(VOCABULARY, "c x"))
        .hasMessage("the tokenizer's merges name x, which is not in its vocabulary");
    assertThatThrownBy(() -> huggingFace("{'a': -1}", ""))
        .hasMessage("the tokenizer's vocabulary must be a whole number from 0 on, but is -1");
    for (String json : List.of("", "[]", "17", "null")) {
      assertThatThrownBy(() -> huggingFace(json, "")).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void a_vocabulary_that_is_no_json_is_refused() {
    assertThatThrownBy(() -> huggingFace("{'a': ", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("vocab.json is broken: ");
    byte[] oddOrder = Arrays.copyOf(new byte[] {0, 0, -1, -2}, 40);
    assertThatThrownBy(() -> ClipBpeFiles.readHuggingFace(oddOrder, new byte[0]))
        .as("a mark of UTF-32 in an order of bytes that nobody uses")
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("vocab.json is broken: ");
  }

  private static Pipeline openAi(String merges) {
    return ClipBpeFiles.readOpenAi(merges.getBytes(StandardCharsets.UTF_8));
  }

  private static Pipeline huggingFace(String vocabulary, String merges) {
    return ClipBpeFiles.readHuggingFace(
        Json.bytes(vocabulary), merges.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream packing = new GZIPOutputStream(out)) {
      packing.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
