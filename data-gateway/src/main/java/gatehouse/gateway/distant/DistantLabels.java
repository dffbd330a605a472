package gatehouse.gateway.distant;

import gatehouse.deid.scan.Label;
import gatehouse.gateway.fields.ProtocolWords;
import gatehouse.gateway.json.Json;
import gatehouse.gateway.json.JsonReader;
import gatehouse.gateway.json.JsonWriter;
import gatehouse.gateway.json.MalformedJsonException;
import gatehouse.gateway.json.Members;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Treats values in a caller's JSON whose label is not right beside them: in a key further out, in
 * another member of the same object, at the head of a column, or in the two halves of a name. JSON
 * inside strings and inside prose is read, too. One per reading of a body (ADR 0548).
 */
public final class DistantLabels {
  private static final int DEEPEST_JSON_IN_JSON = 3;

  private final LabelledValues strings;
  private final Map<String, Known> known = new HashMap<>();
  private int jsonDepth;

  /** A label, or that a string is none. */
  private record Known(@Nullable Label label) {}

  /** Treats nothing by itself. */
  public DistantLabels(LabelledValues strings) {
    this.strings = strings;
  }

  /** The value with everything treated that a label elsewhere tells of. */
  public Json treat(Json value) {
    return walk(value, "", false);
  }

  /**
   * Goes through everything.
   *
   * @param own whether this is the caller's own data, where the protocol's words are words
   */
  private Json walk(Json value, String path, boolean own) {
    return switch (value) {
      case Json.Str(String text) -> {
        String treated = inside(text, path);
        yield treated.equals(text) ? value : new Json.Str(treated);
      }
      case Json.Arr array -> walk(array, path, own);
      case Json.Obj object -> walk(object, path, own);
      case Json.Num _, Json.Bool _, Json.Null _ -> value;
    };
  }

  private Json.Arr walk(Json.Arr array, String path, boolean own) {
    List<Json> rows = own ? columns(header(array), array.items(), path) : array.items();
    return new Json.Arr(rows.stream().map(row -> walk(pair(row, path, own), path, own)).toList());
  }

  private Json.Obj walk(Json.Obj object, String path, boolean own) {
    Json.Obj named = NameParts.treated(object, strings, path);
    boolean schema = Schemas.isOne(named);
    @Nullable Label beside = own ? beside(named) : null;
    List<Json> header = own ? header(named) : List.of();
    Members members = new Members();
    for (Map.Entry<String, Json> member : named.members().entrySet()) {
      String key = member.getKey();
      Json value = member.getValue();
      boolean word = ProtocolWords.contains(key);
      String at = (path.isEmpty() ? "" : path + '.') + (word ? key : "*");
      @Nullable Label label = word && jsonDepth == 0 ? null : ofMember(key, named);
      if (label != null) {
        value = under(label, value, at, true);
      } else if (key.equals("reference") && value instanceof Json.Str(String text)) {
        value = new Json.Str(reference(text, at));
      } else if (beside != null && (!schema || Schemas.isExample(key))) {
        value = besides(beside, key, value, at);
      } else if (value instanceof Json.Arr(List<Json> rows)) {
        value = new Json.Arr(columns(header, rows, at));
      }
      members.put(key, walk(value, at, own || !word));
    }
    return members.object();
  }

  /** FHIR's {"reference":"Patient/ZY83625"} */
  private String reference(String text, String path) {
    String type = "Patient/";
    return text.startsWith(type)
        ? type + strings.labelled(Places.RECORD.text(), text.substring(type.length()), path)
        : text;
  }

  /** {"field":"住院号","value":"123456"}: numbers only where a value is expected, they are refused. */
  private Json besides(Label label, String key, Json value, String path) {
    if (jsonDepth == 0 && key.equals("name")) {
      // A name of a function or a schema takes no tokens; what it says is judged by itself.
      return value;
    }
    boolean place = Places.isValue(key);
    if (value instanceof Json.Num) {
      return place ? under(label, value, path, true) : value;
    }
    return place || label.kind() == Label.Kind.NUMBER ? under(label, value, path, place) : value;
  }

  /**
   * What stands under a label at any depth, up to the next label.
   *
   * @param place whether it stands where a value is expected
   */
  private Json under(Label label, Json value, String path, boolean place) {
    return switch (value) {
      case Json.Str(String text) -> {
        boolean fits = place || label.kind() == Label.Kind.NUMBER;
        String treated =
            fits && label(text) == null ? strings.labelled(label.text(), text, path) : text;
        yield treated.equals(text) ? value : new Json.Str(treated);
      }
      case Json.Num number -> {
        if (label.kind() == Label.Kind.NUMBER) {
          strings.number(label.text(), number, path);
        }
        yield value;
      }
      case Json.Arr array -> {
        yield new Json.Arr(
            array.items().stream().map(item -> under(label, item, path, place)).toList());
      }
      case Json.Obj object -> under(label, object, path);
      case Json.Bool _, Json.Null _ -> value;
    };
  }

  private Json under(Label label, Json.Obj object, String path) {
    boolean schema = Schemas.isOne(object);
    Members members = new Members();
    object
        .members()
        .forEach((key, member) -> {
          boolean skipped =
              schema ? !Schemas.isExample(key) : label(key) != null || Places.isHarmless(key);
          members.put(
              key,
              skipped ? member : under(label, member, path + ".*", schema || Places.isValue(key)));
        });
    return members.object();
  }

  /** What a key says; a patient's id is a record number, which the id alone does not say. */
  private @Nullable Label ofMember(String key, Json.Obj object) {
    Label label = label(key);
    if (label != null) {
      return label;
    }
    return Places.ofRecord(key, object);
  }

  /** What another member says of the values in this object. */
  private @Nullable Label beside(Json.Obj object) {
    for (Map.Entry<String, Json> member : object.members().entrySet()) {
      boolean naming = Places.isNaming(member.getKey());
      Label label = said(member.getValue(), naming ? Places.DEEPEST_LABEL : 0);
      if (label != null && (naming || label.kind() == Label.Kind.NUMBER)) {
        return label;
      }
    }
    return null;
  }

  /** The label that a value is, or holds in its members. */
  private @Nullable Label said(Json value, int depth) {
    return switch (value) {
      case Json.Str(String text) -> label(text);
      case Json.Arr(List<Json> items) when depth > 0 ->
          first(items.stream().limit(Places.MOST_LABELS).toList(), depth - 1);
      case Json.Obj object when depth > 0 ->
          first(List.copyOf(object.members().values()), depth - 1);
      case Json.Arr _, Json.Obj _, Json.Num _, Json.Bool _, Json.Null _ -> null;
    };
  }

  private @Nullable Label first(List<Json> values, int depth) {
    for (Json value : values) {
      Label label = said(value, depth);
      if (label != null) {
        return label;
      }
    }
    return null;
  }

  /** ["住院号", "123456"] */
  private Json pair(Json row, String path, boolean own) {
    if (own
        && row instanceof Json.Arr(List<Json> items)
        && items.size() == 2
        && items.getFirst() instanceof Json.Str(String text)) {
      Label label = label(text);
      if (label != null) {
        return new Json.Arr(List.of(items.getFirst(), under(label, items.getLast(), path, true)));
      }
    }
    return row;
  }

  /** The first row of a table, if it holds a label. */
  private List<Json> header(Json.Arr table) {
    return table.items().size() > 1
            && table.items().getFirst() instanceof Json.Arr(List<Json> first)
            && isHeader(first)
        ? first
        : List.of();
  }

  /** The heads of columns that a member beside the rows holds. */
  private List<Json> header(Json.Obj table) {
    for (Json member : table.members().values()) {
      if (member instanceof Json.Arr(List<Json> heads) && isHeader(heads)) {
        return heads;
      }
    }
    return List.of();
  }

  private boolean isHeader(List<Json> heads) {
    return heads.size() <= Places.MOST_LABELS
        && heads.stream().allMatch(Json.Str.class::isInstance)
        && heads.stream().anyMatch(head -> said(head, 0) != null);
  }

  private List<Json> columns(List<Json> header, List<Json> rows, String path) {
    if (header.isEmpty()) {
      return rows;
    }
    List<Json> treated = new ArrayList<>(rows.size());
    for (Json row : rows) {
      treated.add(
          row instanceof Json.Arr(List<Json> cells)
                  && cells.size() == header.size()
                  && !cells.equals(header)
              ? new Json.Arr(cells(header, cells, path))
              : row);
    }
    return treated;
  }

  private List<Json> cells(List<Json> header, List<Json> cells, String path) {
    List<Json> treated = new ArrayList<>(cells.size());
    for (int column = 0; column < cells.size(); column++) {
      Label label = said(header.get(column), 0);
      Json cell = cells.get(column);
      treated.add(label == null ? cell : under(label, cell, path, true));
    }
    return treated;
  }

  private @Nullable Label label(String text) {
    return known.computeIfAbsent(text, t -> new Known(Label.of(t))).label();
  }

  /** Objects in a string: the whole of it, or in the middle of prose. */
  private String inside(String text, String path) {
    if (jsonDepth >= DEEPEST_JSON_IN_JSON || (text.indexOf('{') < 0 && text.indexOf('[') < 0)) {
      return text;
    }
    if (text.startsWith("\"")) {
      // JSON that was written twice is a string of JSON, in which JSON stands.
      return json(text, path);
    }
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (Stretches.Stretch stretch : Stretches.in(text)) {
      String treated = json(text.substring(stretch.start(), stretch.end()), path);
      out.append(text, from, stretch.start()).append(treated);
      from = stretch.end();
    }
    return from == 0 ? text : out.append(text, from, text.length()).toString();
  }

  private String json(String text, String path) {
    try {
      Json value = JsonReader.read(text);
      jsonDepth++;
      Json treated = walk(value, path + ".json", true);
      jsonDepth--;
      return treated.equals(value) ? text : JsonWriter.text(treated);
    } catch (MalformedJsonException _) {
      return text;
    }
  }
}
