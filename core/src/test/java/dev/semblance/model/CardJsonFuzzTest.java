package dev.semblance.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Cards there and back again, and cards that are damaged: a card or one complaint, nothing else.
class CardJsonFuzzTest {
  private static final long SEED = 20261128;
  private static final Pattern FIELD = Pattern.compile("\"([A-Za-z0-9-]+)\" : ");

  @Test
  void a_card_with_everything_comes_back_as_it_was() {
    for (ModelCard card :
        new ModelCard[] {
          Cards.full(),
          Cards.full().withCalibration(Cards.calibration(false)),
          Cards.cut(1),
          Cards.cut(512, 256, 1)
        }) {
      assertThat(CardJson.read(CardJson.write(card), "x")).isEqualTo(card);
    }
  }

  @Test
  void a_null_says_as_little_as_leaving_the_field_out() {
    String json = text(Cards.full());
    String without = json.replaceAll("\"calibration\" : \\{[^{}]*(\\{[^{}]*}[^{}]*)*}", "\"x-\":1");
    String nulled = without.replace("\"x-\":1", "\"calibration\" : null");

    assertThat(without).isNotEqualTo(json);
    assertThat(read(nulled)).isEqualTo(read(without)).isNotEqualTo(Cards.full());
    assertThat(read(nulled).calibration()).isEqualTo(Optional.empty());
  }

  @Test
  void an_unknown_field_is_refused_wherever_it_stands_and_one_of_anybodys_is_not() {
    String json = text(Cards.full());
    int objects = 0;
    for (int at = json.indexOf('{'); at >= 0; at = json.indexOf('{', at + 1)) {
      String head = json.substring(0, at + 1);
      String unknown = head + "\"unheardOf\": {}," + json.substring(at + 1);
      String free = head + "\"x-unheardOf\": {}," + json.substring(at + 1);
      boolean isVariants = head.endsWith("\"files\" : {");
      boolean isTemplate = head.endsWith("a {") || head.endsWith("\"{");
      if (!isVariants && !isTemplate) {
        assertThatThrownBy(() -> read(unknown)).as(head).hasMessageContaining("unheardOf");
        assertThat(read(free)).as(head).isEqualTo(Cards.full());
        objects++;
      }
    }
    assertThat(objects).isGreaterThan(12);
  }

  @Test
  void a_card_that_is_cut_anywhere_is_refused() {
    byte[] whole = text(Cards.full()).strip().getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);

      assertThatThrownBy(() -> CardJson.read(cut, "cut.json"))
          .as("%d bytes", length)
          .isInstanceOf(ModelException.class)
          .hasMessageStartingWith("cut.json: ");
    }
  }

  @Test
  void damaged_bytes_give_a_card_or_one_complaint_with_the_file() {
    Random random = new Random(SEED);
    byte[] whole = CardJson.write(Cards.full());
    for (int round = 0; round < 3000; round++) {
      byte[] damaged = whole.clone();
      for (int i = random.nextInt(3); i >= 0; i--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      assertCardOrComplaint(damaged, "round " + round + " of seed " + SEED);
    }
  }

  @Test
  void a_value_of_another_kind_gives_a_card_or_one_complaint_with_the_file() {
    String json = text(Cards.full());
    for (MatchResult field : FIELD.matcher(json).results().toList()) {
      for (String value : new String[] {"null", "-1", "1e999", "\"\"", "[]", "{}", "[null]"}) {
        String changed =
            json.substring(0, field.end()) + value + ", \"x-was\": " + json.substring(field.end());
        assertCardOrComplaint(
            changed.getBytes(StandardCharsets.UTF_8), field.group(1) + " = " + value);
      }
    }
  }

  @Test
  void a_required_field_that_is_missing_is_named() {
    String json = text(Cards.full());
    for (String field :
        new String[] {
          "semblance", "name", "dimension", "graph", "tokenizer", "file", "maxLength", "files",
          "input", "output", "preprocessing", "fit", "width", "height", "filter", "link",
          "likely", "least", "reference", "score", "standing", "size", "offset", "queries",
          "calibrationError", "refused", "kept", "picture"
        }) {
      String without = json.replaceFirst("\"" + field + "\" : ", "\"x-" + field + "\" : ");

      assertThatThrownBy(() -> read(without))
          .isInstanceOf(ModelException.class)
          .hasMessageContaining(field + " is missing");
    }
  }

  private static void assertCardOrComplaint(byte[] json, String what) {
    try {
      ModelCard card = CardJson.read(json, "a.json");
      assertThat(CardJson.read(CardJson.write(card), "again")).as(what).isEqualTo(card);
    } catch (ModelException e) {
      assertThat(e).as(what).message().startsWith("a.json: ");
    }
  }

  private static ModelCard read(String json) {
    return CardJson.read(json.getBytes(StandardCharsets.UTF_8), "a.json");
  }

  private static String text(ModelCard card) {
    return new String(CardJson.write(card), StandardCharsets.UTF_8);
  }
}
