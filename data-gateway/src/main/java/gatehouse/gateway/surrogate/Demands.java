package gatehouse.gateway.surrogate;

import gatehouse.gateway.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads what the schemas of a body demand of strings: those of the answer and of functions. */
final class Demands {
  /** Where a body has schemas; what people say stands elsewhere. */
  private static final List<String> WITH_SCHEMAS = List.of("response_format", "text", "tools");

  /** Values that stand in a schema, and are none. */
  private static final Set<String> NO_SCHEMAS = Set.of("enum", "const", "default", "examples");

  private static final int LONGEST_PATTERN = 500;
  private static final int MOST = 200;

  private final List<Demand> all = new ArrayList<>();

  private Demands() {}

  /** Everything that the schemas demand; empty for most bodies. */
  static List<Demand> of(Json.Obj body) {
    Demands demands = new Demands();
    for (String member : WITH_SCHEMAS) {
      Json value = body.get(member);
      if (value != null) {
        demands.read(value);
      }
    }
    return demands.all;
  }

  private void read(Json value) {
    switch (value) {
      case Json.Arr list -> list.items().forEach(this::read);
      case Json.Obj schema -> {
        add(schema);
        schema
            .members()
            .forEach((key, member) -> {
              if (!NO_SCHEMAS.contains(key)) {
                read(member);
              }
            });
      }
      case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> {}
    }
  }

  private void add(Json.Obj schema) {
    String said = schema.string("pattern");
    Demand.Format format = Demand.Format.of(schema.string("format"));
    int longest = number(schema.get("maxLength"), Integer.MAX_VALUE);
    Pattern pattern = said == null ? null : compiled(said);
    boolean demands = pattern != null || format != Demand.Format.ANY || longest < Integer.MAX_VALUE;
    // A pattern that nobody here can read may demand anything: no value can be made for it.
    if (demands && (said == null || pattern != null) && all.size() < MOST) {
      all.add(new Demand(pattern, format, number(schema.get("minLength"), 0), longest));
    }
  }

  private static @Nullable Pattern compiled(String said) {
    try {
      return said.length() > LONGEST_PATTERN ? null : Pattern.compile(said);
    } catch (PatternSyntaxException _) {
      return null;
    }
  }

  private static int number(@Nullable Json value, int otherwise) {
    return value instanceof Json.Num(String text) && text.matches("\\d{1,6}")
        ? Integer.parseInt(text)
        : otherwise;
  }
}
