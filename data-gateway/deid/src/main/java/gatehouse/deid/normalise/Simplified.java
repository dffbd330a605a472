package gatehouse.deid.normalise;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The simplified form of a traditional character, one for one. */
public final class Simplified {
  private static final char[] FORMS = read();

  private Simplified() {}

  /** The simplified form, or the character itself. */
  public static char of(char c) {
    return FORMS[c];
  }

  /** A word in simplified characters. */
  public static String of(String word) {
    char[] units = word.toCharArray();
    for (int i = 0; i < units.length; i++) {
      units[i] = FORMS[units[i]];
    }
    return new String(units);
  }

  private static char[] read() {
    char[] forms = new char[0x10000];
    for (int c = 0; c < forms.length; c++) {
      forms[c] = (char) c;
    }
    try (InputStream in = Simplified.class.getResourceAsStream("traditional.txt")) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks traditional.txt");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      text.lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> {
            for (int i = 0; i + 1 < line.length(); i += 2) {
              forms[line.charAt(i)] = line.charAt(i + 1);
            }
          });
      return forms;
    } catch (IOException e) {
      throw new IllegalStateException("traditional.txt cannot be read", e);
    }
  }
}
