package dev.semblance.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One object of a JSON file, of a model or a library, whose every complaint names the file, the
/// field, what it holds and what it may hold.
///
/// Immutable, safe for many threads. A field that is `null` counts as absent. Complaints are
/// [ModelException]s.
public final class JsonFields {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final int DEEPEST = 64;

  /// A `null` in a list, which is no text.
  private static final Object NULL =
      new Object() {
        @Override
        public String toString() {
          return "null";
        }
      };

  private final String file;
  private final String prefix;
  private final Map<String, Object> fields;

  private JsonFields(String file, String prefix, Map<String, Object> fields) {
    this.file = file;
    this.prefix = prefix;
    this.fields = fields;
  }

  /// Reads a file whose outermost value is an object.
  ///
  /// @param file what to call it in complaints, such as `mini/semblance.json`
  public static JsonFields parse(byte[] json, String file) {
    try (JsonParser parser = FACTORY.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new ModelException(file + ": must hold one JSON object, begins otherwise");
      }
      JsonFields read = new JsonFields(file, "", object(parser, file, 1));
      if (parser.nextToken() != null) {
        throw new ModelException(file + ": holds more than one JSON object");
      }
      return read;
    } catch (JsonProcessingException e) {
      throw new ModelException(
          file
              + ": not valid JSON at line "
              + e.getLocation().getLineNr()
              + ": "
              + e.getOriginalMessage(),
          e);
    } catch (IOException e) {
      throw new ModelException(file + ": cannot be read as JSON: " + e.getMessage(), e);
    }
  }

  private static Map<String, Object> object(JsonParser parser, String file, int depth)
      throws IOException {
    Map<String, Object> read = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      if (parser.nextToken() != JsonToken.VALUE_NULL) {
        read.put(name, value(parser, file, depth));
      }
    }
    return read;
  }

  private static Object value(JsonParser parser, String file, int depth) throws IOException {
    if (depth > DEEPEST) {
      throw new ModelException(file + ": nested more than " + DEEPEST + " deep");
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser, file, depth + 1);
      case START_ARRAY -> {
        List<Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(value(parser, file, depth + 1));
        }
        yield items;
      }
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> NULL;
    };
  }

  /// The names of the fields, in the file's order.
  public Set<String> names() {
    return Collections.unmodifiableSet(fields.keySet());
  }

  /// Whether the field is there.
  public boolean has(String name) {
    return fields.containsKey(name);
  }

  /// Whether the field is there and holds a number.
  public boolean isNumber(String name) {
    return fields.get(name) instanceof Double;
  }

  /// Whether the field is there and holds an object.
  public boolean isObject(String name) {
    return fields.get(name) instanceof Map;
  }

  /// Complains of any field not among those named; a field that begins with `x-` is anybody's and
  /// passes.
  public void allowOnly(String... allowed) {
    for (String name : fields.keySet()) {
      if (!name.startsWith("x-") && !Arrays.asList(allowed).contains(name)) {
        throw new ModelException(
            file
                + ": unknown field "
                + prefix
                + name
                + "; known here: "
                + String.join(", ", allowed)
                + " (names that begin with x- are free)");
      }
    }
  }

  /// A text.
  public String string(String name) {
    return need(name, "a text", optionalString(name));
  }

  /// A text, where there is one.
  public Optional<String> optionalString(String name) {
    return as(name, String.class, "a text");
  }

  /// A finite number.
  public double number(String name) {
    return need(name, "a number", optionalNumber(name));
  }

  /// A finite number, where there is one.
  public Optional<Double> optionalNumber(String name) {
    Optional<Double> found = as(name, Double.class, "a number");
    if (found.isPresent() && !Double.isFinite(found.get())) {
      throw wrong(name, found.get(), "a finite number");
    }
    return found;
  }

  /// A whole number that fits an int.
  public int integer(String name) {
    return need(name, "a whole number", optionalInteger(name));
  }

  /// A whole number that fits an int, where there is one.
  public Optional<Integer> optionalInteger(String name) {
    Optional<Double> found = optionalNumber(name);
    if (found.isPresent() && found.get() != found.get().intValue()) {
      throw wrong(name, found.get(), "a whole number up to " + Integer.MAX_VALUE);
    }
    return found.map(Double::intValue);
  }

  /// True or false, where it says.
  public Optional<Boolean> optionalFlag(String name) {
    return as(name, Boolean.class, "true or false");
  }

  /// An object.
  public JsonFields object(String name) {
    return need(name, "an object", optionalObject(name));
  }

  /// An object, where there is one.
  @SuppressWarnings("unchecked") // every object here was read with text keys
  public Optional<JsonFields> optionalObject(String name) {
    return as(name, Map.class, "an object")
        .map(found -> new JsonFields(file, prefix + name + ".", (Map<String, Object>) found));
  }

  /// A list of texts; empty where it is absent.
  public List<String> strings(String name) {
    return list(name, String.class, "a list of texts");
  }

  /// A list of finite numbers; empty where it is absent.
  public List<Double> numbers(String name) {
    List<Double> found = list(name, Double.class, "a list of numbers");
    for (double number : found) {
      if (!Double.isFinite(number)) {
        throw wrong(name, number, "a list of finite numbers");
      }
    }
    return found;
  }

  /// A list of whole numbers that fit an int; empty where it is absent.
  public List<Integer> integers(String name) {
    List<Integer> whole = new ArrayList<>();
    for (double number : numbers(name)) {
      if (number != (int) number) {
        throw wrong(name, number, "whole numbers up to " + Integer.MAX_VALUE);
      }
      whole.add((int) number);
    }
    return whole;
  }

  /// A list of objects; empty where it is absent.
  @SuppressWarnings("unchecked") // every object here was read with text keys
  public List<JsonFields> objects(String name) {
    return list(name, Map.class, "a list of objects").stream()
        .map(found -> new JsonFields(file, prefix + name + ".", (Map<String, Object>) found))
        .toList();
  }

  /// One of an enumeration, written in lower case with hyphens: `SHORTEST_AND_CROP` is
  /// `shortest-and-crop`.
  public <E extends Enum<E>> E choice(String name, Class<E> among) {
    return need(name, choices(among), optionalChoice(name, among));
  }

  /// One of an enumeration, where there is one.
  public <E extends Enum<E>> Optional<E> optionalChoice(String name, Class<E> among) {
    return optionalString(name)
        .map(got ->
            Arrays.stream(among.getEnumConstants())
                .filter(constant -> written(constant).equals(got))
                .findFirst()
                .orElseThrow(() -> wrong(name, got, choices(among))));
  }

  /// The complaint about a field that holds something not allowed, to be thrown.
  public ModelException wrong(String name, Object got, String allowed) {
    return new ModelException(
        file + ": field " + prefix + name + " is " + got + "; allowed: " + allowed);
  }

  /// What to call the file in complaints.
  public String file() {
    return file;
  }

  static String written(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static <E extends Enum<E>> String choices(Class<E> among) {
    return String.join(
        ", ", Arrays.stream(among.getEnumConstants()).map(JsonFields::written).toList());
  }

  private <T> T need(String name, String allowed, Optional<T> found) {
    return found.orElseThrow(() ->
        new ModelException(
            file + ": field " + prefix + name + " is missing; it must be " + allowed));
  }

  private <T> Optional<T> as(String name, Class<T> type, String allowed) {
    Object found = fields.get(name);
    if (found != null && !type.isInstance(found)) {
      throw wrong(name, found, allowed);
    }
    return Optional.ofNullable(type.cast(found));
  }

  private <T> List<T> list(String name, Class<T> type, String allowed) {
    List<T> items = new ArrayList<>();
    for (Object item : as(name, List.class, allowed).orElse(List.of())) {
      if (!type.isInstance(item)) {
        throw wrong(name, item, allowed);
      }
      items.add(type.cast(item));
    }
    return items;
  }
}
