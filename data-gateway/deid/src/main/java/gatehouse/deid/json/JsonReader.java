package gatehouse.deid.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON value (RFC 8259): objects as maps in order, arrays as lists, numbers as they are
 * written. Strict: duplicate keys, trailing characters and deep nesting are errors.
 */
public final class JsonReader {
  private static final int DEEPEST = 64;

  private final String text;
  private int at;
  private int depth;

  private JsonReader(String text) {
    this.text = text;
  }

  /** A number, kept in its own spelling. */
  public record JsonNumber(String literal) {}

  /** The text is no JSON; the message tells the position and never the text. */
  public static final class NotJson extends RuntimeException {
    private static final long serialVersionUID = 1;

    private NotJson(String what, int at) {
      super(what + " at character " + at);
    }
  }

  /**
   * Reads a whole text.
   *
   * @return a Map, List, String, JsonNumber, Boolean or null
   * @throws NotJson if it is not exactly one JSON value
   */
  public static @Nullable Object read(String text) {
    JsonReader reader = new JsonReader(text);
    @Nullable Object value = reader.value();
    reader.skipBlanks();
    if (reader.at < text.length()) {
      throw new NotJson("trailing characters", reader.at);
    }
    return value;
  }

  private @Nullable Object value() {
    skipBlanks();
    char c = peek();
    return switch (c) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      case 't' -> word("true", Boolean.TRUE);
      case 'f' -> word("false", Boolean.FALSE);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private Map<String, @Nullable Object> object() {
    enter();
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    if (!closes('}')) {
      do {
        skipBlanks();
        String key = string();
        expect(':');
        if (object.containsKey(key)) {
          throw new NotJson("duplicate key", at);
        }
        object.put(key, value());
      } while (more('}'));
    }
    depth--;
    return object;
  }

  private List<@Nullable Object> array() {
    enter();
    List<@Nullable Object> array = new ArrayList<>();
    if (!closes(']')) {
      do {
        array.add(value());
      } while (more(']'));
    }
    depth--;
    return array;
  }

  private void enter() {
    at++;
    if (++depth > DEEPEST) {
      throw new NotJson("nested too deep", at);
    }
  }

  private boolean closes(char close) {
    skipBlanks();
    if (peek() != close) {
      return false;
    }
    at++;
    return true;
  }

  private boolean more(char close) {
    if (closes(close)) {
      return false;
    }
    expect(',');
    return true;
  }

  private String string() {
    if (peek() != '"') {
      throw new NotJson("a string is missing", at);
    }
    at++;
    StringBuilder out = new StringBuilder();
    while (true) {
      int from = at;
      while (peek() != '"' && peek() != '\\' && peek() >= 0x20) {
        at++;
      }
      out.append(text, from, at);
      char c = peek();
      if (c < 0x20) {
        throw new NotJson("a string does not end", at);
      }
      at++;
      if (c == '"') {
        return out.toString();
      }
      out.append(escape());
    }
  }

  private char escape() {
    char c = peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unit();
      default -> throw new NotJson("an unknown escape", at);
    };
  }

  private char unit() {
    int unit = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(peek(), 16);
      if (digit < 0) {
        throw new NotJson("a bad \\u escape", at);
      }
      unit = unit * 16 + digit;
      at++;
    }
    return (char) unit;
  }

  private JsonNumber number() {
    int from = at;
    while ("+-.eE0123456789".indexOf(peek()) >= 0) {
      at++;
    }
    String literal = text.substring(from, at);
    if (!literal.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
      throw new NotJson("no value", from);
    }
    return new JsonNumber(literal);
  }

  private @Nullable Boolean word(String word, @Nullable Boolean value) {
    if (!text.startsWith(word, at)) {
      throw new NotJson("no value", at);
    }
    at += word.length();
    return value;
  }

  private void expect(char expected) {
    skipBlanks();
    if (peek() != expected) {
      throw new NotJson("'" + expected + "' is missing", at);
    }
    at++;
  }

  private void skipBlanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }
}
