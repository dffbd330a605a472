package gatehouse.deid.placeholders;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** One value of a session, with a token for each way in which its texts write it. */
final class SpelledValue {
  private static final int LETTERS = 26;

  private final String name;
  private final Map<String, String> tokens = new HashMap<>();

  /** A value by its name: {@code NAME-1}, {@code D+14}. */
  SpelledValue(String name) {
    this.name = name;
  }

  /**
   * The token of a spelling.
   *
   * @param make makes a token of the name that a new spelling gets
   */
  String token(String spelling, UnaryOperator<String> make) {
    String token = tokens.get(spelling);
    if (token == null) {
      token = make.apply(name + letters(tokens.size()));
      tokens.put(spelling, token);
    }
    return token;
  }

  /** Nothing for the first, B for the second, AA behind Z: as columns are counted. */
  private static String letters(int before) {
    StringBuilder letters = new StringBuilder();
    for (int left = before == 0 ? 0 : before + 1; left > 0; left = (left - 1) / LETTERS) {
      letters.append((char) ('A' + (left - 1) % LETTERS));
    }
    return letters.reverse().toString();
  }
}
