package gatehouse.gateway.answer;

import gatehouse.deid.placeholders.Placeholders;
import gatehouse.deid.placeholders.StreamingRestore;
import gatehouse.gateway.json.Json;
import gatehouse.gateway.json.JsonReader;
import gatehouse.gateway.json.JsonWriter;
import gatehouse.gateway.json.MalformedJsonException;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One text of a model's while it is told, with the values put back. Where the text is JSON itself,
 * a value gets JSON's escapes (RFC 8259, 7): a quotation mark in an address would end its string.
 * Not safe for use by several threads.
 */
final class ToldText {
  /** What the caller's request says about a text. */
  enum Form {
    /** Arguments of a function: JSON, however they begin. */
    ARGUMENTS(null),
    /** Asked for as JSON; a model that declines does so in prose. */
    DECLARED(Pattern.compile("\\s*(?:```\\w*\\s*)?[{\\[\"]")),
    /** Asked for as anything; a footnote or a link begins with a bracket, too. */
    FREE(Pattern.compile("\\s*(?:```\\w*\\s*)?(?:\\{\\s*[\"}]|\\[\\s*[{\\[\"])"));

    private final @Nullable Pattern beginning;

    Form(@Nullable Pattern beginning) {
      this.beginning = beginning;
    }
  }

  private final Writing writing;
  private final StreamingRestore restore;

  /** Nothing was replaced, so there is nothing to put back and no address to look for. */
  private final boolean untouched;

  ToldText(Placeholders session, Form form) {
    this.writing = new Writing(form);
    this.restore = session.streaming(writing);
    this.untouched = session.size() == 0;
  }

  /** A text that is there as a whole. */
  static String whole(Placeholders session, Form form, String text) {
    Writing writing = new Writing(form);
    writing.follow(text);
    return session.restore(text, writing);
  }

  /** Takes the next piece and gives what may be shown now. */
  String push(String piece) {
    if (untouched) {
      return piece;
    }
    writing.follow(piece);
    return restore.push(piece);
  }

  /** What was held back. */
  String finish() {
    return restore.finish();
  }

  /** Writes a value as the text needs it, of which the beginning is known by then. */
  private static final class Writing implements UnaryOperator<String> {
    private static final int ENOUGH = 64;

    private final Form form;
    private final StringBuilder beginning = new StringBuilder();

    Writing(Form form) {
      this.form = form;
    }

    void follow(String piece) {
      int room = ENOUGH - beginning.length();
      if (room > 0 && form.beginning != null) {
        beginning.append(piece, 0, Math.min(room, piece.length()));
      }
    }

    @Override
    public String apply(String value) {
      return switch (form) {
        case ARGUMENTS -> escaped(value);
        case DECLARED -> begins() ? escaped(value) : value;
        // A caller that quoted JSON inside of prose has its own escapes in the value.
        case FREE -> begins() && !isEscaped(value) ? escaped(value) : value;
      };
    }

    private boolean begins() {
      return form.beginning != null && form.beginning.matcher(beginning).lookingAt();
    }

    private static String escaped(String value) {
      String quoted = JsonWriter.text(new Json.Str(value));
      return quoted.substring(1, quoted.length() - 1);
    }

    private static boolean isEscaped(String value) {
      try {
        return JsonReader.read('"' + value + '"') instanceof Json.Str;
      } catch (MalformedJsonException _) {
        return false;
      }
    }
  }
}
