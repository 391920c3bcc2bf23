package dev.semblance.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonLineTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void writes_members_in_order_on_one_line() {
    assertThat(
            new JsonLine()
                .with("rank", 1)
                .with("score", 0.25)
                .with("path", "/a b")
                .with("vector", new float[] {0.1f, -1})
                .end())
        .isEqualTo("{\"rank\":1,\"score\":0.250000,\"path\":\"/a b\",\"vector\":[0.1,-1.0]}");
  }

  @Test
  void is_an_empty_object_without_members() {
    assertThat(new JsonLine().end()).isEqualTo("{}");
  }

  @Test
  void any_text_reads_back_as_it_was() throws JsonProcessingException {
    long seed = 20261124;
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      char[] chars = new char[random.nextInt(20)];
      for (int i = 0; i < chars.length; i++) {
        chars[i] = (char) (random.nextBoolean() ? random.nextInt(0x90) : random.nextInt(0x10000));
      }
      String text = new String(chars);
      String line = new JsonLine().with("text", text).end();
      assertThat(line).as("seed %s round %s", seed, round).doesNotContain("\n");
      assertThat(JSON.readTree(line).get("text").textValue())
          .as("seed %s round %s", seed, round)
          .isEqualTo(text);
    }
  }

  @Test
  void half_characters_are_escaped() {
    assertThat(new JsonLine().with("a", "\ud83d|\ude00|\ud83d\ude00").end())
        .isEqualTo("{\"a\":\"\\ud83d|\\ude00|\ud83d\ude00\"}");
  }

  @Test
  void floats_read_back_as_the_same_floats() throws JsonProcessingException {
    float[] values = {1e-8f, 3.4e38f, 0.1f, -0f, 1 / 3f};
    JsonNode read = JSON.readTree(new JsonLine().with("v", values).end()).get("v");
    for (int i = 0; i < values.length; i++) {
      assertThat(read.get(i).floatValue()).isEqualTo(values[i]);
    }
  }
}
