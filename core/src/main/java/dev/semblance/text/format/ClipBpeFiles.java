package dev.semblance.text.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.semblance.text.normalize.Normalizer;
import dev.semblance.text.normalize.Normalizers;
import dev.semblance.text.pipeline.AddedToken;
import dev.semblance.text.pipeline.Pipeline;
import dev.semblance.text.pipeline.SpecialIds;
import dev.semblance.text.split.PreTokenizer;
import dev.semblance.text.split.PreTokenizers;
import dev.semblance.text.split.SplitBehavior;
import dev.semblance.text.subword.BytePairEncoding;
import dev.semblance.text.subword.IdList;
import dev.semblance.text.subword.SubwordModel;
import dev.semblance.text.subword.Vocabulary;
import dev.semblance.text.unicode.ByteAlphabet;
import dev.semblance.text.unicode.OnigurumaPattern;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/// Reads CLIP's byte-pair vocabulary from the files that are not `tokenizer.json`: OpenAI's
/// `bpe_simple_vocab_16e6.txt.gz`, and Hugging Face's `vocab.json` with `merges.txt`.
public final class ClipBpeFiles {
  private static final String START = "<|startoftext|>";
  private static final String END = "<|endoftext|>";
  private static final String END_OF_WORD = "</w>";

  /// How many lines of the file are merges: as many as 49,152 tokens leave beside one for each byte
  /// and two special ones (`simple_tokenizer.py`).
  private static final int MERGES = 49152 - 256 - 2;

  private static final String WORDS =
      "<\\|startoftext\\|>|<\\|endoftext\\|>|'s|'t|'re|'ve|'m|'ll|'d"
          + "|[\\p{L}]+|[\\p{N}]|[^\\s\\p{L}\\p{N}]+";
  private static final Pattern WHITE_SPACE = OnigurumaPattern.compile("\\s+");

  private ClipBpeFiles() {}

  /// OpenAI's file, plain or packed with gzip, after `simple_tokenizer.py` of openai/CLIP.
  ///
  /// Of `ftfy.fix_text` only the canonical composition (NFC) is done: mojibake is not repaired,
  /// full-width and half-width letters, curly quotes, ligatures and control characters stay. HTML
  /// entities stay.
  public static Pipeline readOpenAi(byte[] merges) {
    MergesReader reader = new MergesReader();
    Vocabulary.Builder builder = Vocabulary.builder();
    int next = 0;
    for (String suffix : List.of("", END_OF_WORD)) {
      for (char character : ByteAlphabet.vocabularyOrder().toCharArray()) {
        builder.add(character + suffix, next++);
      }
    }
    for (String line : unpack(merges).lines().skip(1).limit(MERGES).toList()) {
      reader.add(line);
      builder.add(line.replace(" ", ""), next++);
    }
    Vocabulary vocabulary = builder.add(START, next).add(END, next + 1).build();
    Normalizer normalizer =
        Normalizers.sequence(
            List.of(
                Normalizers.form(Form.NFC),
                Normalizers.replace(WHITE_SPACE, " "),
                text -> text.toLowerCase(Locale.ROOT)));
    PreTokenizer words = words("(?i)" + WORDS, false);
    SubwordModel model = new WholeSpecials(bytePairs(vocabulary, reader), vocabulary);
    return new Pipeline(
        new Pipeline.Stages(normalizer, words, model), List.of(), startAndEnd(vocabulary));
  }

  /// Hugging Face's files, to the same ids as its `tokenizer.json` for CLIP.
  public static Pipeline readHuggingFace(byte[] vocabJson, byte[] mergesTxt) {
    MergesReader reader = new MergesReader();
    new String(mergesTxt, StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isEmpty() && !line.startsWith("#version"))
        .forEach(reader::add);
    Vocabulary vocabulary = vocabulary(vocabJson);
    Normalizer normalizer =
        Normalizers.sequence(
            List.of(
                Normalizers.form(Form.NFC),
                Normalizers.replace(WHITE_SPACE, " "),
                Normalizers.lowercase()));
    return new Pipeline(
        new Pipeline.Stages(normalizer, words(WORDS, true), bytePairs(vocabulary, reader)),
        List.of(new AddedToken(START, false, false, false, true), AddedToken.plain(END)),
        startAndEnd(vocabulary));
  }

  private static PreTokenizer words(String pattern, boolean gpt2) {
    return PreTokenizers.sequence(
        List.of(
            PreTokenizers.split(OnigurumaPattern.compile(pattern), SplitBehavior.REMOVED, true),
            PreTokenizers.byteLevel(false, gpt2)));
  }

  private static SubwordModel bytePairs(Vocabulary vocabulary, MergesReader merges) {
    return new BytePairEncoding(
        vocabulary,
        merges.build(vocabulary, ""),
        new BytePairEncoding.Options(END, "", END_OF_WORD, false, false, false));
  }

  private static SpecialIds startAndEnd(Vocabulary vocabulary) {
    return new SpecialIds(List.of(known(vocabulary, START)), List.of(known(vocabulary, END)));
  }

  private static int known(Vocabulary vocabulary, String token) {
    int id = vocabulary.find(token);
    if (id < 0) {
      throw new IllegalArgumentException("CLIP's vocabulary must hold " + token + ", but lacks it");
    }
    return id;
  }

  private static Vocabulary vocabulary(byte[] vocabJson) {
    try {
      JsonNode json = new ObjectMapper().readTree(vocabJson);
      Vocabulary.Builder builder = Vocabulary.builder();
      json.forEachEntry((token, id) -> builder.add(token, Component.id(id, "vocabulary")));
      return builder.build();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("vocab.json is broken: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new IllegalArgumentException("vocab.json is broken: " + e.getMessage(), e);
    }
  }

  private static String unpack(byte[] bytes) {
    boolean packed = bytes.length > 1 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
    if (!packed) {
      return new String(bytes, StandardCharsets.UTF_8);
    }
    try (var stream = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalArgumentException("CLIP's merges are broken gzip: " + e.getMessage(), e);
    }
  }

  /// Takes the two special tokens whole when one is a piece, as OpenAI's cache does.
  private record WholeSpecials(SubwordModel model, Vocabulary vocabulary) implements SubwordModel {
    @Override
    public void encode(String piece, IdList out) {
      if (piece.equals(START) || piece.equals(END)) {
        out.add(vocabulary.find(piece));
      } else {
        model.encode(piece, out);
      }
    }

    @Override
    public int idOf(String token) {
      return model.idOf(token);
    }

    @Override
    public int size() {
      return model.size();
    }
  }
}
