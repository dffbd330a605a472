package gatehouse.gateway.json;

/** The words of JSON, and where the reader stands among them. */
final class Lexer {
  private static final int LONGEST_NUMBER = 400;

  private final String text;
  private int at;

  Lexer(String text) {
    this.text = text;
  }

  /** Nothing but blanks may follow. */
  void end() throws MalformedJsonException {
    blanks();
    if (at < text.length()) {
      throw fault("text after the end of the value");
    }
  }

  void skip() {
    at++;
  }

  String string() throws MalformedJsonException {
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

  String number() throws MalformedJsonException {
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
    return text.substring(start, at);
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

  Json word(String word, Json value) throws MalformedJsonException {
    if (!text.startsWith(word, at)) {
      throw fault("a value is expected");
    }
    at += word.length();
    return value;
  }

  void take(char expected) throws MalformedJsonException {
    if (peek() != expected) {
      throw fault("'" + expected + "' is expected");
    }
    at++;
  }

  char peek() throws MalformedJsonException {
    if (at >= text.length()) {
      throw fault("the text ends too early");
    }
    return text.charAt(at);
  }

  void blanks() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c != ' ' && c != '\n' && c != '\t' && c != '\r') {
        return;
      }
      at++;
    }
  }

  MalformedJsonException fault(String what) {
    return new MalformedJsonException(what + " (character " + at + ")");
  }
}
