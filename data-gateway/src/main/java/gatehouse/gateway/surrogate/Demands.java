package gatehouse.gateway.surrogate;

import gatehouse.gateway.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what the schemas of a body demand of values: those of the answer and of functions. */
final class Demands {
  /** Where a body has schemas; what people say stands elsewhere. */
  private static final List<String> WITH_SCHEMAS = List.of("response_format", "text", "tools");

  /** Values that stand in a schema, and are none. */
  private static final Set<String> NO_SCHEMAS = Set.of("enum", "const", "default", "examples");

  /** What a schema says about the same member once more. */
  private static final Set<String> WITHIN =
      Set.of("items", "prefixItems", "anyOf", "oneOf", "allOf");

  /** The types of a member that holds a whole number or nothing. */
  private static final Set<String> NO_STRINGS = Set.of("integer", "null");

  /** Names of integers that are somebody's numbers: a count or a score is nobody's. */
  private static final Pattern OF_SOMEBODY =
      Pattern.compile(
          // Words, at the borders that camel case has, too: nobody is discarded by his card.
          "(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z]))"
              + "(?i:phone|mobile|telephone|tel|card|number|mrn|account|insurance"
              // Written in one word they are words of their own.
              + "|(?:id|bank|insurance|medical|member|patient)(?:card|no|num|number)"
              + "|card(?:no|num|number)|(?:cell|mobile|home|work|contact)phone(?:no|number)?"
              + "|phone(?:no|num|number)|mobile(?:no|number)|(?:national|patient)id)s?"
              + "(?:(?![A-Za-z])|(?<=[a-z])(?=[A-Z]))"
              + "|(?:^|[_-])(?:id|no)s?$|I[dD]s?$|No$|[号码证]|电话|手机");

  private static final int MOST = 200;
  private static final Pattern BOUND = Pattern.compile("\\d{1,18}");

  private final List<Demand> all = new ArrayList<>();

  private Demands() {}

  /** Everything that the schemas demand; empty for most bodies. */
  static List<Demand> of(Json.Obj body) {
    Demands demands = new Demands();
    for (String member : WITH_SCHEMAS) {
      Json value = body.get(member);
      if (value != null) {
        demands.read(member, value);
      }
    }
    return demands.all;
  }

  /** Looks through schemas; the name is that of the member which they describe. */
  private void read(String name, Json value) {
    switch (value) {
      case Json.Arr list -> list.items().forEach(item -> read(name, item));
      case Json.Obj schema -> {
        add(name, schema);
        schema
            .members()
            .forEach((key, member) -> {
              if (!NO_SCHEMAS.contains(key)) {
                read(WITHIN.contains(key) ? name : key, member);
              }
            });
      }
      case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> {}
    }
  }

  private void add(String name, Json.Obj schema) {
    if (all.size() >= MOST) {
      return;
    }
    Set<String> types = types(schema.get("type"));
    if (types.contains("integer") && OF_SOMEBODY.matcher(name).find()) {
      all.add(integer(schema));
    }
    if (types.isEmpty() || !NO_STRINGS.containsAll(types)) {
      addOfString(schema);
    }
  }

  private void addOfString(Json.Obj schema) {
    String said = schema.string("pattern");
    Demand.Format format = Demand.Format.of(schema.string("format"));
    int longest = number(schema.get("maxLength"), Integer.MAX_VALUE);
    Pattern pattern = said == null ? null : EcmaPattern.compiled(said);
    boolean demands = pattern != null || format != Demand.Format.ANY || longest < Integer.MAX_VALUE;
    // A pattern that nobody here can read may demand anything: no value can be made for it.
    if (demands && (said == null || pattern != null)) {
      all.add(new Demand(pattern, format, number(schema.get("minLength"), 0), longest));
    }
  }

  /** One or several (6.1.1); none where any type may stand. */
  private static Set<String> types(@Nullable Json type) {
    return switch (type) {
      case Json.Str(String name) -> Set.of(name);
      case Json.Arr(List<Json> names) ->
          names.stream()
              .map(name -> name instanceof Json.Str(String text) ? text : "")
              .collect(Collectors.toSet());
      case null, default -> Set.of();
    };
  }

  private static Demand integer(Json.Obj schema) {
    return new Demand(
        null,
        Demand.Format.INTEGER,
        bound(schema.get("minimum"), 1),
        bound(schema.get("maximum"), Long.MAX_VALUE));
  }

  private static long bound(@Nullable Json bound, long otherwise) {
    return bound instanceof Json.Num(String text) && BOUND.matcher(text).matches()
        ? Long.parseLong(text)
        : otherwise;
  }

  private static int number(@Nullable Json value, int otherwise) {
    return value instanceof Json.Num(String text) && text.matches("\\d{1,6}")
        ? Integer.parseInt(text)
        : otherwise;
  }
}
