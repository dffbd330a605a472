package gatehouse.gateway.egress;

import gatehouse.deid.Context;
import gatehouse.deid.Deidentified;
import gatehouse.deid.Deidentifier;
import gatehouse.deid.finding.Finding;
import gatehouse.deid.finding.Type;
import gatehouse.deid.policy.Treatment;
import gatehouse.deid.scan.Label;
import gatehouse.gateway.distant.LabelledValues;
import gatehouse.gateway.egress.EgressVerdict.Position;
import gatehouse.gateway.fields.ProtocolWords;
import gatehouse.gateway.json.Json;
import gatehouse.gateway.json.JsonReader;
import gatehouse.gateway.json.JsonWriter;
import gatehouse.gateway.json.MalformedJsonException;
import gatehouse.gateway.json.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Sends every string of one body through the engine, JSON inside strings too. One per request. */
final class CleanStrings implements LabelledValues {
  private static final Set<String> VALUES = Set.of("value", "text", "data", "content", "display");
  private static final Pattern NAME_OF_A_SPEAKER = Pattern.compile("messages\\[\\d+]\\.name");

  private static final int DEEPEST_JSON_IN_JSON = 3;

  private final Deidentifier engine;
  private final Context context;
  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<Position> found = new ArrayList<>();
  private final List<Position> beyondRepair = new ArrayList<>();
  private int jsonDepth;

  CleanStrings(Deidentifier engine, Context context) {
    this.engine = engine;
    this.context = context;
  }

  /** How many of each type were found. */
  Map<String, Integer> counts() {
    return counts;
  }

  /** Where something was found. */
  List<Position> found() {
    return found;
  }

  /** Where something was found that cannot be replaced: keys, numbers, text split over parts. */
  List<Position> beyondRepair() {
    return beyondRepair;
  }

  /** The value with every string treated. */
  Json clean(Json value, String path) {
    return switch (value) {
      case Json.Str(String text) -> new Json.Str(text(text, path));
      case Json.Arr array -> array(array, path);
      case Json.Obj object -> object(object, path);
      case Json.Num number -> number(number, path);
      case Json.Bool _, Json.Null _ -> value;
    };
  }

  /** A token takes its place in JSON of the caller's own; in the protocol's none can. */
  private Json number(Json.Num number, String path) {
    Deidentified result = engine.deidentify(number.digits(), context);
    if (treated(result.findings()).isEmpty()) {
      return number;
    }
    note(result.findings(), path, 0);
    if (jsonDepth == 0 || result.refused()) {
      beyondRepair.add(Position.of(path, "NUMBER"));
    }
    return new Json.Str(result.text());
  }

  private Json.Arr array(Json.Arr array, String path) {
    for (Finding finding : PartBorders.over(array, part -> treated(engine.scan(part, context)))) {
      beyondRepair.add(new Position(path, finding.type().name(), -1, finding.length()));
    }
    List<Json> items = new ArrayList<>();
    for (int i = 0; i < array.items().size(); i++) {
      items.add(clean(array.items().get(i), path + '[' + i + ']'));
    }
    return new Json.Arr(items);
  }

  private Json.Obj object(Json.Obj object, String path) {
    Members members = new Members();
    object
        .members()
        .forEach((key, value) -> {
          String at =
              (path.isEmpty() ? "" : path + '.') + (ProtocolWords.contains(key) ? key : "*");
          if (!ProtocolWords.contains(key)) {
            key(key, at);
          }
          members.put(key, member(key, value, at));
        });
    return members.object();
  }

  private Json member(String key, Json value, String path) {
    if (value instanceof Json.Str(String text) && isName(path)) {
      return new Json.Str(name(text, path));
    }
    // Inside JSON of the caller's own, the protocol's words are words like any other.
    return ProtocolWords.contains(key) && jsonDepth == 0
        ? clean(value, path)
        : labelled(key, value, path);
  }

  /** A key of the caller's tells what its value is: 住院号 makes a number a record number. */
  private Json labelled(String key, Json value, String path) {
    return switch (value) {
      case Json.Str(String text) -> new Json.Str(labelled(key, text, path));
      case Json.Num number -> {
        number(key, number, path);
        yield value;
      }
      case Json.Arr array -> {
        Json.Arr items = array(array, path);
        List<Json> again = new ArrayList<>();
        for (int i = 0; i < items.items().size(); i++) {
          Json item = items.items().get(i);
          boolean single = item instanceof Json.Str || item instanceof Json.Num;
          again.add(single ? labelled(key, item, path + '[' + i + ']') : item);
        }
        yield new Json.Arr(again);
      }
      case Json.Obj object -> {
        Json.Obj cleaned = object(object, path);
        // {"住院号": {"value": "00123456"}}: what the inner key does not tell, the outer one does.
        yield VALUES.stream()
            .filter(inner -> cleaned.get(inner) != null)
            .reduce(
                cleaned,
                (all, inner) -> all.with(inner, valueOf(key, all, inner, path + ".*")),
                (_, last) -> last);
      }
      case Json.Bool _, Json.Null _ -> value;
    };
  }

  /** A token in a number's place would be no JSON, and a string there another type. */
  @Override
  public void number(String key, Json.Num number, String path) {
    if (!treated(engine.scan(key + '：' + number.text(), context)).isEmpty()) {
      beyondRepair.add(Position.of(path, "NUMBER"));
    }
  }

  @Override
  public void person(String whole) {
    if (engine.policy().treatment(Type.PERSON) == Treatment.PLACEHOLDER) {
      context.session().token(Type.PERSON, whole, whole);
    }
  }

  @Override
  public String partOfName(String part, String path) {
    Treatment treatment = engine.policy().treatment(Type.PERSON);
    if (treatment == Treatment.KEEP || part.isBlank()) {
      return part;
    }
    counts.merge(Type.PERSON.name(), 1, Integer::sum);
    found.add(new Position(path, Type.PERSON.name(), 0, part.length()));
    return treatment == Treatment.PLACEHOLDER
        ? context.session().token(Type.PERSON, part, part)
        : "";
  }

  private Json valueOf(String key, Json.Obj object, String inner, String path) {
    Json value = object.members().getOrDefault(inner, new Json.Null());
    return value instanceof Json.Str || value instanceof Json.Num
        ? labelled(key, value, path)
        : value;
  }

  /** Names of functions and schemas, which a provider takes in its own alphabet only. */
  private boolean isName(String path) {
    return jsonDepth == 0 && path.endsWith(".name") && !NAME_OF_A_SPEAKER.matcher(path).matches();
  }

  private String name(String text, String path) {
    for (Finding finding : treated(engine.scan(text, context))) {
      beyondRepair.add(new Position(path, finding.type().name(), -1, finding.length()));
    }
    return text;
  }

  @Override
  public String labelled(String key, String text, String path) {
    if (Label.of(text) != null) {
      // {"name": "住院号"}: nobody is called that.
      return text(text, path);
    }
    String prefix = key + '：';
    Deidentified whole = engine.deidentify(prefix + text, context);
    if (whole.refused()) {
      note(whole.findings(), path, prefix.length());
      return "";
    }
    if (whole.findings().stream()
        .anyMatch(f -> f.start() < prefix.length() && f.end() >= prefix.length())) {
      // The finding reaches into the key, which was judged by itself: judge the value so, too.
      return text(text, path);
    }
    List<Finding> inside =
        treated(whole.findings()).stream().filter(f -> f.start() >= prefix.length()).toList();
    if (inside.isEmpty()) {
      return text(text, path);
    }
    note(inside, path, prefix.length());
    return text(
        whole
            .text()
            .substring(whole.text().indexOf('：', key.indexOf('：') < 0 ? 0 : key.length()) + 1),
        path);
  }

  private void key(String key, String path) {
    for (Finding finding : treated(engine.scan(key, context))) {
      beyondRepair.add(new Position(path, finding.type().name(), -1, finding.length()));
    }
  }

  private String text(String text, String path) {
    String inner = jsonInside(text, path);
    if (!inner.equals(text)) {
      return inner;
    }
    Deidentified result = engine.deidentify(text, context);
    note(result.findings(), path, 0);
    if (result.refused() && !refusedByPolicy(result)) {
      // The engine gave the text up: nothing of this body leaves.
      beyondRepair.add(new Position(path, "REFUSED", -1, text.length()));
    }
    String left = JsonInText.withQuotes(result.text());
    if (!left.equals(text) && JsonInText.is(text) && !JsonInText.is(left)) {
      // What was found stretches over keys and values: a token there would be no JSON any more.
      beyondRepair.add(Position.of(path, "ACROSS_MEMBERS"));
    }
    return left;
  }

  private boolean refusedByPolicy(Deidentified result) {
    return result.findings().stream()
        .anyMatch(found -> engine.policy().treatment(found.type()) == Treatment.REFUSE);
  }

  /** Tool arguments and results are JSON in a string, where an escape hides what it says. */
  private String jsonInside(String text, String path) {
    String trimmed = text.strip();
    boolean looksLikeJson = trimmed.startsWith("{") || trimmed.startsWith("[");
    if (!looksLikeJson || jsonDepth >= DEEPEST_JSON_IN_JSON) {
      return text;
    }
    try {
      Json value = JsonReader.read(trimmed);
      jsonDepth++;
      Json cleaned = clean(value, path + ".json");
      jsonDepth--;
      return cleaned.equals(value) ? text : JsonWriter.text(cleaned);
    } catch (MalformedJsonException _) {
      return text;
    }
  }

  /** Without what the policy lets stay. */
  private List<Finding> treated(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> engine.policy().treatment(finding.type()) != Treatment.KEEP)
        .toList();
  }

  private void note(List<Finding> findings, String path, int offset) {
    for (Finding finding : treated(findings)) {
      counts.merge(finding.type().name(), 1, Integer::sum);
      found.add(
          new Position(path, finding.type().name(), finding.start() - offset, finding.length()));
    }
  }
}
