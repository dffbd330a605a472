package gatehouse.gateway.json;

import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads JSON strictly (RFC 8259, RFC 7493): one value, valid UTF-8 without a byte order mark, no
 * duplicate keys, no lone surrogates, at most {@value #DEEPEST} levels.
 *
 * <p>Written here rather than taken from a binding library, because a parser that forgives what the
 * next one reads differently is a way past every check behind it.
 */
public final class JsonReader {
  /** Levels of nesting that are accepted. */
  public static final int DEEPEST = 64;

  /**
   * Values in a request that are accepted, keys not counted. A body of 8 MB can hold fourteen times
   * as many, and takes 300 MB as a tree before anybody has asked who sent it.
   */
  public static final int MOST_VALUES = 200_000;

  private static final int LONGEST_NUMBER = 400;

  private final String text;
  private final int mostValues;
  private int at;
  private int values;

  private JsonReader(String text, int mostValues) {
    this.text = text;
    this.mostValues = mostValues;
  }

  /**
   * Reads a whole body of a request, of at most {@value #MOST_VALUES} values.
   *
   * @throws MalformedJsonException as {@link #read(byte[])}
   */
  public static Json request(byte[] utf8) throws MalformedJsonException {
    return read(decoded(utf8), MOST_VALUES);
  }

  /**
   * Reads a whole body.
   *
   * @throws MalformedJsonException with a sentence that names the fault and its place, never the
   *     content
   */
  public static Json read(byte[] utf8) throws MalformedJsonException {
    return read(decoded(utf8));
  }

  /**
   * Reads a whole text.
   *
   * @throws MalformedJsonException as {@link #read(byte[])}
   */
  public static Json read(String text) throws MalformedJsonException {
    return read(text, Integer.MAX_VALUE);
  }

  private static String decoded(byte[] utf8) throws MalformedJsonException {
    try {
      return StrictUtf8.decode(utf8, 0, utf8.length);
    } catch (CharacterCodingException _) {
      throw new MalformedJsonException("the body is not valid UTF-8");
    }
  }

  private static Json read(String text, int mostValues) throws MalformedJsonException {
    JsonReader reader = new JsonReader(text, mostValues);
    Json value = reader.value(0);
    reader.blanks();
    if (reader.at < text.length()) {
      throw reader.fault("text after the end of the value");
    }
    return value;
  }

  private Json value(int depth) throws MalformedJsonException {
    if (depth > DEEPEST) {
      throw fault("nested deeper than " + DEEPEST + " levels");
    }
    if (++values > mostValues) {
      throw fault("more than " + mostValues + " values; send less in one call");
    }
    blanks();
    return switch (peek()) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> new Json.Str(string());
      case 't' -> word("true", new Json.Bool(true));
      case 'f' -> word("false", new Json.Bool(false));
      case 'n' -> word("null", new Json.Null());
      default -> number();
    };
  }

  private Json object(int depth) throws MalformedJsonException {
    Members members = new Members();
    at++;
    blanks();
    if (peek() == '}') {
      at++;
      return members.object();
    }
    while (true) {
      blanks();
      if (peek() != '"') {
        throw fault("a key in quotes is expected");
      }
      String key = string();
      blanks();
      take(':');
      if (members.put(key, value(depth + 1)) != null) {
        throw fault("a key stands twice in one object");
      }
      blanks();
      if (peek() == '}') {
        at++;
        return members.object();
      }
      take(',');
    }
  }

  private Json array(int depth) throws MalformedJsonException {
    List<Json> items = new ArrayList<>();
    at++;
    blanks();
    if (peek() == ']') {
      at++;
      return new Json.Arr(items);
    }
    while (true) {
      items.add(value(depth + 1));
      blanks();
      if (peek() == ']') {
        at++;
        return new Json.Arr(items);
      }
      take(',');
    }
  }

  private String string() throws MalformedJsonException {
    int start = ++at;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"') {
        return whole(text.substring(start, at++));
      }
      if (c == '\\') {
        return escaped(start);
      }
      if (c < 0x20) {
        throw fault("a control character in a string");
      }
      at++;
    }
    throw fault("a string does not end");
  }

  private String escaped(int start) throws MalformedJsonException {
    StringBuilder out = new StringBuilder().append(text, start, at);
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return whole(out.toString());
      }
      if (c < 0x20) {
        throw fault("a control character in a string");
      }
      out.append(c == '\\' ? unescaped() : c);
    }
    throw fault("a string does not end");
  }

  private char unescaped() throws MalformedJsonException {
    char c = peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> hex();
      default -> throw fault("an unknown escape");
    };
  }

  private char hex() throws MalformedJsonException {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      char c = peek();
      int digit = c < 0x80 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw fault("four hexadecimal digits are expected");
      }
      value = value * 16 + digit;
      at++;
    }
    return (char) value;
  }

  /** A lone surrogate has no UTF-8 form: each reader replaces it differently. */
  private String whole(String value) throws MalformedJsonException {
    for (int i = 0; i < value.length(); i++) {
      if (Character.isSurrogate(value.charAt(i))) {
        if (Character.charCount(value.codePointAt(i)) == 1) {
          throw fault("half of a surrogate pair");
        }
        i++;
      }
    }
    return value;
  }

  private Json number() throws MalformedJsonException {
    int start = at;
    if (peek() == '-') {
      at++;
    }
    if (peek() == '0') {
      at++;
    } else {
      digits();
    }
    if (at < text.length() && text.charAt(at) == '.') {
      at++;
      digits();
    }
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      at++;
      if (peek() == '+' || peek() == '-') {
        at++;
      }
      digits();
    }
    if (at - start > LONGEST_NUMBER) {
      throw fault("a number of more than " + LONGEST_NUMBER + " characters");
    }
    return new Json.Num(text.substring(start, at));
  }

  private void digits() throws MalformedJsonException {
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    if (at == start) {
      throw fault("a value is expected");
    }
  }

  private Json word(String word, Json value) throws MalformedJsonException {
    if (!text.startsWith(word, at)) {
      throw fault("a value is expected");
    }
    at += word.length();
    return value;
  }

  private void take(char expected) throws MalformedJsonException {
    if (peek() != expected) {
      throw fault("'" + expected + "' is expected");
    }
    at++;
  }

  private char peek() throws MalformedJsonException {
    if (at >= text.length()) {
      throw fault("the text ends too early");
    }
    return text.charAt(at);
  }

  private void blanks() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c != ' ' && c != '\n' && c != '\t' && c != '\r') {
        return;
      }
      at++;
    }
  }

  private MalformedJsonException fault(String what) {
    return new MalformedJsonException(what + " (character " + at + ")");
  }
}
