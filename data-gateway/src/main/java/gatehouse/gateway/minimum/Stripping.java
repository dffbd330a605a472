package gatehouse.gateway.minimum;

import gatehouse.gateway.json.Json;
import gatehouse.gateway.json.JsonReader;
import gatehouse.gateway.json.JsonWriter;
import gatehouse.gateway.json.MalformedJsonException;
import gatehouse.gateway.json.Members;
import gatehouse.gateway.minimum.FieldPolicy.Allowance;
import gatehouse.gateway.minimum.FieldPolicy.Treatment;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Takes fields out of the structured content of one body and counts them. */
final class Stripping {
  private static final String UNLISTED = "UNLISTED";
  private static final int DEEPEST_JSON_IN_JSON = 3;

  private final Allowance allowance;
  private final Map<String, Integer> counts = new TreeMap<>();
  private int lost;
  private int depth;

  Stripping(Allowance allowance) {
    this.allowance = allowance;
  }

  /** How many fields of each group were taken out. */
  Map<String, Integer> counts() {
    return counts;
  }

  /**
   * A text without the fields in it that the purpose does not need: the text is JSON, or holds JSON
   * among other words.
   *
   * @param closed whether also those go that no list has
   */
  Json text(Json.Str text, boolean closed) {
    String value = text.value();
    if (value.indexOf('{') < 0 || depth >= DEEPEST_JSON_IN_JSON) {
      return text;
    }
    depth++;
    try {
      Json whole = read(value.strip());
      String left =
          whole == null ? Embedded.map(value, this::embedded) : rewritten(value, whole, closed);
      return left.equals(value) ? text : new Json.Str(left);
    } finally {
      depth--;
    }
  }

  /** Whoever lost nothing keeps the own spelling. */
  private String rewritten(String text, Json whole, boolean closed) {
    int before = lost;
    Json left = value(whole, closed);
    return lost == before ? text : JsonWriter.text(left);
  }

  private String embedded(String piece) {
    Json whole = read(piece);
    return whole == null ? piece : rewritten(piece, whole, false);
  }

  private static @Nullable Json read(String text) {
    if (!text.startsWith("{") && !text.startsWith("[")) {
      return null;
    }
    try {
      return JsonReader.read(text);
    } catch (MalformedJsonException _) {
      return null;
    }
  }

  /** A value of a record without those fields. */
  Json value(Json value, boolean closed) {
    return switch (value) {
      case Json.Str text -> text(text, closed);
      case Json.Arr list -> Trees.map(list, item -> value(item, closed));
      case Json.Obj record -> record(record, closed);
      case Json.Num _, Json.Bool _, Json.Null _ -> value;
    };
  }

  private Json record(Json.Obj record, boolean closed) {
    int before = lost;
    Members members = new Members();
    record
        .members()
        .forEach((key, member) -> {
          switch (allowance.of(key)) {
            case Treatment.Keep _ -> members.put(key, value(member, closed));
            case Treatment.Beyond(String group) -> lose(group);
            case Treatment.Unlisted _ -> {
              if (closed) {
                lose(UNLISTED);
              } else {
                members.put(key, value(member, false));
              }
            }
          }
        });
    return lost == before ? record : members.object();
  }

  private void lose(String group) {
    counts.merge(group, 1, Integer::sum);
    lost++;
  }
}
