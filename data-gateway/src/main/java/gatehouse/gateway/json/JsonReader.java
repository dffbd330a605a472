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

  private final Lexer lexer;
  private final int mostValues;
  private int values;
  private boolean tooMany;

  private JsonReader(String text, int mostValues) {
    this.lexer = new Lexer(text);
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
    reader.lexer.end();
    return value;
  }

  private Json value(int depth) throws MalformedJsonException {
    if (depth > DEEPEST) {
      throw lexer.fault("nested deeper than " + DEEPEST + " levels");
    }
    if (++values > mostValues) {
      throw tooMany("");
    }
    lexer.blanks();
    return switch (lexer.peek()) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> new Json.Str(string());
      case 't' -> lexer.word("true", new Json.Bool(true));
      case 'f' -> lexer.word("false", new Json.Bool(false));
      case 'n' -> lexer.word("null", new Json.Null());
      default -> new Json.Num(lexer.number());
    };
  }

  private Json object(int depth) throws MalformedJsonException {
    Members members = new Members();
    lexer.skip();
    lexer.blanks();
    if (lexer.peek() == '}') {
      lexer.skip();
      return members.object();
    }
    while (true) {
      lexer.blanks();
      if (lexer.peek() != '"') {
        throw lexer.fault("a key in quotes is expected");
      }
      String key = string();
      lexer.blanks();
      lexer.take(':');
      if (members.put(key, value(depth + 1)) != null) {
        throw lexer.fault("a key stands twice in one object");
      }
      lexer.blanks();
      if (lexer.peek() == '}') {
        lexer.skip();
        return members.object();
      }
      lexer.take(',');
    }
  }

  private Json array(int depth) throws MalformedJsonException {
    List<Json> items = new ArrayList<>();
    lexer.skip();
    lexer.blanks();
    if (lexer.peek() == ']') {
      lexer.skip();
      return new Json.Arr(items);
    }
    while (true) {
      items.add(value(depth + 1));
      lexer.blanks();
      if (lexer.peek() == ']') {
        lexer.skip();
        return new Json.Arr(items);
      }
      lexer.take(',');
    }
  }

  private String string() throws MalformedJsonException {
    String value = lexer.string();
    if (value.length() > mostValues) {
      countInside(value);
    }
    return value;
  }

  /** Whoever looks into strings later must not meet a tree there that would be refused here. */
  private void countInside(String value) throws MalformedJsonException {
    JsonReader inner = new JsonReader(value.strip(), mostValues);
    try {
      var _ = inner.value(0);
    } catch (MalformedJsonException _) {
      if (inner.tooMany) {
        throw tooMany(" in a string");
      }
    }
  }

  private MalformedJsonException tooMany(String where) {
    tooMany = true;
    return lexer.fault("more than " + mostValues + " values" + where + "; send less in one call");
  }
}
