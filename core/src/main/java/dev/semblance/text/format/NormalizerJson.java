package dev.semblance.text.format;

import dev.semblance.text.normalize.BertNormalizer;
import dev.semblance.text.normalize.Normalizer;
import dev.semblance.text.normalize.Normalizers;
import dev.semblance.text.normalize.PrecompiledNormalizer;
import java.text.Normalizer.Form;
import java.util.Base64;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// The normaliser of `tokenizer.json`.
final class NormalizerJson {
  private static final SortedMap<String, Function<Component, Normalizer>> READERS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("BertNormalizer", NormalizerJson::bert),
              Map.entry("ByteLevel", _ -> Normalizers.byteLevel()),
              Map.entry("Lowercase", _ -> Normalizers.lowercase()),
              Map.entry("NFC", _ -> Normalizers.form(Form.NFC)),
              Map.entry("NFD", _ -> Normalizers.form(Form.NFD)),
              Map.entry("NFKC", _ -> Normalizers.form(Form.NFKC)),
              Map.entry("NFKD", _ -> Normalizers.form(Form.NFKD)),
              Map.entry("Nmt", _ -> Normalizers.nmt()),
              Map.entry("Precompiled", NormalizerJson::precompiled),
              Map.entry("Prepend", json -> Normalizers.prepend(json.text("prepend"))),
              Map.entry(
                  "Replace", json -> Normalizers.replace(json.pattern(), json.text("content"))),
              Map.entry("Sequence", NormalizerJson::sequence),
              Map.entry(
                  "Strip",
                  json ->
                      Normalizers.strip(
                          json.flag("strip_left", false), json.flag("strip_right", false))),
              Map.entry("StripAccents", _ -> Normalizers.stripAccents())));

  private NormalizerJson() {}

  static Normalizer read(Component component) {
    return component.json().isNull() ? Normalizers.none() : component.read(READERS);
  }

  private static Normalizer sequence(Component component) {
    return Normalizers.sequence(
        component.parts("normalizers").stream().map(part -> part.read(READERS)).toList());
  }

  private static Normalizer bert(Component component) {
    boolean lowercase = component.flag("lowercase", true);
    return new BertNormalizer(
        component.flag("clean_text", true),
        component.flag("handle_chinese_chars", true),
        component.flag("strip_accents", lowercase),
        lowercase);
  }

  private static Normalizer precompiled(Component component) {
    String charsmap = component.text("precompiled_charsmap", "");
    return charsmap.isEmpty()
        ? Normalizers.none()
        : new PrecompiledNormalizer(Base64.getDecoder().decode(charsmap));
  }
}
