package dev.semblance.onnx.layout.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.semblance.model.JsonFields;
import dev.semblance.model.ModelCard.Link;
import dev.semblance.model.ModelCard.Scoring;
import dev.semblance.model.ModelException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which family a `config.json` tells of, and how its cosines become logits.
class FamilyTest {
  private static JsonFields json(String json) {
    return JsonFields.parse(json.getBytes(StandardCharsets.UTF_8), "m/config.json");
  }

  private static Family of(String type, String tokenizerClass) {
    return Family.of(
        json("{\"model_type\": \"" + type + "\"}"),
        Optional.of(json("{\"tokenizer_class\": \"" + tokenizerClass + "\"}")));
  }

  @ParameterizedTest
  @CsvSource({
    "clip, CLIP",
    "clip_vision_model, CLIP",
    "clip_text_model_with_projection, CLIP",
    "siglip, SIGLIP",
    "siglip_text_model, SIGLIP",
    "siglip2, SIGLIP2",
    "chinese_clip, CHINESE_CLIP",
    "jina_clip, JINA_CLIP",
  })
  void a_model_type_tells_the_family(String type, Family family) {
    assertThat(Family.of(json("{\"model_type\": \"" + type + "\"}"), Optional.empty()))
        .isEqualTo(family);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bert", "CLIP", "clip ", ""})
  void another_one_is_refused_with_all_that_are_known(String type) {
    assertThatThrownBy(() -> of(type, "BertTokenizer"))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith(
            "m/config.json: field model_type is " + type + "; allowed: clip, clip_text_model,")
        .hasMessageEndingWith(
            "siglip, siglip_text_model, siglip_vision_model, siglip2, chinese_clip, jina_clip");
  }

  @Test
  void a_siglip_with_gemma_s_tokenizer_is_the_second() {
    assertThat(of("siglip", "GemmaTokenizerFast")).isEqualTo(Family.SIGLIP2);
    assertThat(of("siglip_vision_model", "GemmaTokenizer")).isEqualTo(Family.SIGLIP2);
    assertThat(of("siglip", "SiglipTokenizer")).isEqualTo(Family.SIGLIP);
    assertThat(of("clip", "GemmaTokenizer")).as("no siglip").isEqualTo(Family.CLIP);
    assertThat(Family.of(json("{\"model_type\": \"siglip\"}"), Optional.of(json("{}"))))
        .as("a tokenizer that does not say")
        .isEqualTo(Family.SIGLIP);
  }

  @Test
  void a_small_clip_is_scaled_by_what_its_config_began_with() {
    Scoring scoring =
        Family.CLIP.scoring(json("{\"projection_dim\": 511, \"logit_scale_init_value\": 2.6592}"));
    assertThat(scoring.scale()).isCloseTo(1 / .07, within(1e-3));
    assertThat(scoring.bias()).isZero();
    assertThat(scoring.link()).isEqualTo(Link.SOFTMAX);
    assertThat(scoring.source()).isEqualTo("config");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"projection_dim\": 512, \"logit_scale_init_value\": 2.6592}",
        "{\"logit_scale_init_value\": 2.6592}",
        "{\"projection_dim\": 32}",
        "{}"
      })
  void a_published_clip_and_one_that_says_nothing_are_scaled_by_100(String config) {
    assertThat(Family.CLIP.scoring(json(config)))
        .isEqualTo(new Scoring(Link.SOFTMAX, 100, 0, "family"));
  }

  /// Only CLIP's config tells anything; the start of training is not its end.
  @ParameterizedTest
  @ValueSource(strings = {"SIGLIP", "SIGLIP2", "CHINESE_CLIP", "JINA_CLIP"})
  void other_families_keep_their_own_whatever_the_config_began_with(Family family) {
    JsonFields small = json("{\"projection_dim\": 32, \"logit_scale_init_value\": 2.6592}");
    assertThat(family.scoring(small)).isEqualTo(family.scoring(json("{}")));
    assertThat(family.scoring(small).source()).isEqualTo("family");
  }

  /// Sigmoid scores would say yes to everything without a bias, softmax needs none.
  @ParameterizedTest
  @CsvSource({"CLIP, false", "SIGLIP, true", "SIGLIP2, true", "CHINESE_CLIP, false"})
  void a_bias_goes_with_sigmoid_alone(Family family, boolean sigmoid) {
    Scoring scoring = family.scoring(json("{}"));
    assertThat(scoring.link() == Link.SIGMOID).isEqualTo(sigmoid);
    assertThat(scoring.bias() < 0).isEqualTo(sigmoid);
  }
}
