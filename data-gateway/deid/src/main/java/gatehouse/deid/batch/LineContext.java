package gatehouse.deid.batch;

import gatehouse.deid.Context;
import gatehouse.deid.known.KnownIdentifiers;
import gatehouse.deid.placeholders.Placeholders;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The {@code context} of a JSON line: lists of what is known, and the subject for date shifts. */
final class LineContext {
  private static final List<String> KEYS =
      List.of("names", "kin", "phones", "idNumbers", "recordNumbers", "addresses", "subject");

  private LineContext() {}

  static Context read(@Nullable Object value, Placeholders session) {
    if (value == null) {
      return new Context(KnownIdentifiers.none(), session);
    }
    if (!(value instanceof Map<?, ?> object) || !KEYS.containsAll(object.keySet())) {
      throw new IllegalArgumentException("\"context\" is no object of " + KEYS);
    }
    KnownIdentifiers.Builder known = KnownIdentifiers.builder();
    each(object.get("names"), known::name);
    each(object.get("kin"), known::kin);
    each(object.get("phones"), known::phone);
    each(object.get("idNumbers"), known::idNumber);
    each(object.get("recordNumbers"), known::recordNumber);
    each(object.get("addresses"), known::address);
    return new Context(known.build(), session, subject(object.get("subject")));
  }

  /** A subject that is no text would shift the dates of all patients alike. */
  private static String subject(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof String subject) {
      return subject;
    }
    throw new IllegalArgumentException("\"subject\" in \"context\" is no text");
  }

  private static void each(@Nullable Object values, Consumer<String> add) {
    if (values == null) {
      return;
    }
    if (!(values instanceof List<?> list)) {
      throw new IllegalArgumentException("a list is missing in \"context\"");
    }
    for (Object value : list) {
      if (!(value instanceof String text)) {
        throw new IllegalArgumentException("a text is missing in \"context\"");
      }
      add.accept(text);
    }
  }
}
