package gatehouse.web.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;

/**
 * Reads text that can be stored and shown: no control characters but tab and line ends, no half
 * surrogate pairs. PostgreSQL cannot keep a NUL, and a terminal would obey an escape sequence.
 */
final class CleanText extends StdScalarDeserializer<String> {
  private static final long serialVersionUID = 1L;

  private CleanText() {
    super(String.class);
  }

  /** What makes a reader of JSON refuse unclean text, in values and in the keys of maps. */
  static SimpleModule module() {
    return new SimpleModule("clean-text")
        .addDeserializer(String.class, new CleanText())
        .addKeyDeserializer(String.class, new Keys());
  }

  /** Text that cannot be stored or shown; its message does not repeat the text. */
  static final class Unclean extends MismatchedInputException {
    private static final long serialVersionUID = 1L;

    private Unclean(JsonParser parser) {
      super(parser, "a control character", String.class);
    }
  }

  @Override
  public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    return clean(StringDeserializer.instance.deserialize(parser, context), context);
  }

  private static final class Keys extends KeyDeserializer {
    @Override
    public Object deserializeKey(String key, DeserializationContext context) throws IOException {
      return clean(key, context);
    }
  }

  private static String clean(String text, DeserializationContext context) throws Unclean {
    if (text.codePoints().anyMatch(CleanText::isUnclean)) {
      throw new Unclean(context.getParser());
    }
    return text;
  }

  private static boolean isUnclean(int character) {
    return switch (character) {
      case '\t', '\n', '\r' -> false;
      default ->
          Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
    };
  }
}
