package dev.semblance.hub.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.model.ModelException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The rules by which files are chosen, one by one: patterns, precisions, data, small files.
class FileSelectionRulesTest {
  @Test
  void patterns_are_those_of_a_slow_and_plain_matcher() {
    String[] pieces = {"a", "b", "/", "*", "**", ".", "+"};
    for (long seed = 1; seed <= 2000; seed++) {
      Random random = new Random(seed);
      String glob = word(random, pieces).replaceAll("\\*{3,}", "**") + ".onnx";
      List<String> names = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        names.add(word(random, new String[] {"a", "b", "/", ".", "+"}) + ".onnx");
      }
      Set<String> expected = new TreeSet<>(names);
      expected.removeIf(name -> !plainMatch(glob, name));
      assertThat(chosen(new FileSelection(List.of(glob), List.of("all")), names))
          .as("seed " + seed + ", pattern " + glob + ", names " + names)
          .containsExactlyElementsOf(expected);
    }
  }

  @Test
  void several_patterns_choose_what_any_of_them_does() {
    List<String> names = List.of("a/x.onnx", "b/x.onnx", "c/x.onnx", "c/config.json");
    FileSelection two = new FileSelection(List.of("a/*", "c/*.onnx"), List.of("auto"));
    assertThat(two.of(names, "x")).containsExactly("a/x.onnx", "c/x.onnx");
  }

  @Test
  void neither_order_nor_files_of_other_kinds_change_what_is_chosen() {
    List<String> names =
        new ArrayList<>(
            List.of(
                "onnx/text_model.onnx",
                "onnx/text_model_int8.onnx",
                "onnx/vision_model.onnx",
                "onnx/vision_model.onnx_data",
                "tokenizer.json",
                "vocab.txt"));
    List<String> expected = FileSelection.USUAL.of(names, "x");
    assertThat(expected).hasSize(5).doesNotContain("onnx/text_model.onnx");
    names.addAll(List.of("model.safetensors", "README.md", "onnx/unet.onnx", "openvino/model.xml"));
    for (long seed = 1; seed <= 20; seed++) {
      Collections.shuffle(names, new Random(seed));
      assertThat(FileSelection.USUAL.of(names, "x")).as("seed " + seed).isEqualTo(expected);
    }
  }

  @Test
  void two_variants_are_what_each_of_them_is() {
    List<String> names =
        List.of(
            "text_model.onnx", "text_model_q4.onnx", "vision_model.onnx", "vision_model_fp16.onnx");
    Set<String> both = new TreeSet<>(variants("q4").of(names, "x"));
    both.addAll(variants("fp16").of(names, "x"));
    assertThat(variants("q4", "fp16").of(names, "x")).containsExactlyElementsOf(both);
    assertThat(variants("q4").of(names, "x"))
        .as("a side without q4 is taken in the best precision it has")
        .containsExactly("text_model_q4.onnx", "vision_model.onnx");
  }

  @ParameterizedTest
  @CsvSource({
    "_int8 _quantized - _fp16 _q4, _int8",
    "_quantized - _fp16 _uint8, _quantized",
    "- _fp16 _uint8 _q4f16, ''",
    "_bnb4 _q4 _fp16 _uint8, _fp16",
    "_bnb4 _q4 _q4f16 _uint8, _uint8",
    "_bnb4 _q4f16, _q4f16",
    "_bnb4, _bnb4"
  })
  void automatically_the_best_precision_there_is_is_taken(String endings, String best) {
    List<String> names = new ArrayList<>();
    for (String ending : endings.split(" ")) {
      names.add("onnx/model" + ending.replace("-", "") + ".onnx");
    }
    assertThat(FileSelection.USUAL.of(names, "x")).containsExactly("onnx/model" + best + ".onnx");
  }

  @Test
  void int8_and_quantized_are_two_names_of_one_thing() {
    assertThat(variants("int8").of(List.of("model_quantized.onnx", "model.onnx"), "x"))
        .containsExactly("model_quantized.onnx");
    assertThat(variants("quantized").of(List.of("model_int8.onnx", "model.onnx"), "x"))
        .containsExactly("model_int8.onnx");
    List<String> both = List.of("model_int8.onnx", "model_quantized.onnx");
    assertThat(variants("int8").of(both, "x")).containsExactly("model_int8.onnx");
    assertThat(variants("quantized").of(both, "x")).containsExactly("model_quantized.onnx");
  }

  @Test
  void data_of_the_networks_chosen_comes_along_in_all_its_pieces_and_no_other() {
    List<String> names =
        List.of(
            "onnx/model.onnx",
            "onnx/model.onnx.data",
            "onnx/model.onnx_data",
            "onnx/model.onnx_data_1",
            "onnx/model_fp16.onnx",
            "onnx/model_fp16.onnx_data",
            "onnx/other.onnx_data");
    assertThat(variants("fp32").of(names, "x")).containsExactlyElementsOf(names.subList(0, 4));
    assertThat(variants("fp16").of(names, "x")).containsExactlyElementsOf(names.subList(4, 6));
  }

  @Test
  void small_files_count_at_the_top_and_beside_or_above_a_network() {
    List<String> wanted =
        List.of(
            "1_Pooling/config.json",
            "LICENCE",
            "License.md",
            "a/b/c.JSON",
            "a/b/model.onnx",
            "a/vocab.txt",
            "bpe.txt.gz",
            "sentencepiece.bpe.model");
    List<String> names = new ArrayList<>(wanted);
    names.addAll(
        List.of(
            "2_Dense/config.json",
            "a/b/d/config.json",
            "a/c/config.json",
            "ab/x.json",
            "b/x.json"));
    names.addAll(List.of("data.gz", "notes.json.bak", "json", "semblance-origin.json"));
    assertThat(FileSelection.USUAL.of(names, "x")).containsExactlyElementsOf(wanted);
  }

  @Test
  void networks_of_any_name_count_where_a_card_or_a_pattern_names_them() {
    List<String> names = List.of("encoder.onnx", "encoder_int8.onnx");
    assertThatThrownBy(() -> FileSelection.USUAL.of(names, "org/x"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("found encoder.onnx, encoder_int8.onnx");
    assertThat(FileSelection.USUAL.of(List.of("encoder.onnx", "semblance.json"), "x"))
        .containsExactly("encoder.onnx", "semblance.json");
    assertThat(new FileSelection(List.of("*"), List.of("int8")).of(names, "x"))
        .containsExactly("encoder_int8.onnx");
  }

  @Test
  void the_joint_network_gives_way_only_to_both_towers_of_its_own_folder() {
    List<String> oneTower = List.of("onnx/model.onnx", "onnx/text_model.onnx");
    assertThat(FileSelection.USUAL.of(oneTower, "x")).isEqualTo(oneTower);
    List<String> elsewhere = List.of("a/text_model.onnx", "a/vision_model.onnx", "model.onnx");
    assertThat(FileSelection.USUAL.of(elsewhere, "x")).isEqualTo(elsewhere);
    List<String> top = List.of("model.onnx", "text_model.onnx", "vision_model.onnx");
    assertThat(FileSelection.USUAL.of(top, "x")).isEqualTo(top.subList(1, 3));
  }

  @Test
  void at_most_eight_names_are_shown_where_no_network_is() {
    List<String> names = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i");
    assertThatThrownBy(() -> FileSelection.USUAL.of(names, "org/x"))
        .hasMessageContaining("(found a, b, c, d, e, f, g, h, ...)");
    assertThatThrownBy(() -> FileSelection.USUAL.of(names.subList(0, 8), "org/x"))
        .hasMessageContaining("(found a, b, c, d, e, f, g, h)");
    assertThatThrownBy(() -> FileSelection.USUAL.of(List.of(), "org/x"))
        .hasMessageContaining("(found nothing)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "INT8", "int-8", "../x", "int8,fp32"})
  void what_is_no_variant_is_refused(String variant) {
    assertThatThrownBy(() -> variants(variant))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("\"" + variant + "\" is no variant; write auto");
    assertThatThrownBy(() -> variants()).hasMessage("name at least one variant, or auto");
  }

  private static FileSelection variants(String... names) {
    return FileSelection.USUAL.withVariants(List.of(names));
  }

  private static List<String> chosen(FileSelection selection, List<String> names) {
    try {
      return selection.of(names, "x");
    } catch (ModelException none) {
      assertThat(none).hasMessageContaining("no network");
      return List.of();
    }
  }

  private static String word(Random random, String[] pieces) {
    StringBuilder word = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      word.append(pieces[random.nextInt(pieces.length)]);
    }
    return word.toString();
  }

  /// Tries every length that a star may have.
  private static boolean plainMatch(String glob, String name) {
    if (glob.isEmpty()) {
      return name.isEmpty();
    }
    if (!glob.startsWith("*")) {
      return !name.isEmpty()
          && glob.charAt(0) == name.charAt(0)
          && plainMatch(glob.substring(1), name.substring(1));
    }
    boolean across = glob.startsWith("**");
    String rest = glob.substring(across ? 2 : 1);
    for (int taken = 0; taken <= name.length(); taken++) {
      if (plainMatch(rest, name.substring(taken))) {
        return true;
      }
      if (!across && taken < name.length() && name.charAt(taken) == '/') {
        return false;
      }
    }
    return false;
  }
}
