package gatehouse.gateway.fields;

import gatehouse.gateway.fields.Fault.Kind;
import gatehouse.gateway.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The questions that every route asks of a body, and their faults. One per body. */
final class Checks {
  private final List<Fault> faults = new ArrayList<>();

  /** Looks at one value. */
  interface Check {
    void of(Json value, String path);
  }

  List<Fault> faults() {
    return List.copyOf(faults);
  }

  void refuse(String path, Kind kind) {
    faults.add(new Fault(path, kind));
  }

  void refuse(String path) {
    refuse(path, Kind.FIELD);
  }

  void only(Json.Obj object, String path, Set<String> allowed) {
    int position = 0;
    for (String key : object.members().keySet()) {
      position++;
      if (!allowed.contains(key)) {
        // A word of the protocol's is named; any other may be somebody's name, and has a position.
        String shown = OpenAiWords.ALL.contains(key) ? key : "*" + position;
        refuse(path.isEmpty() ? shown : path + '.' + shown);
      }
    }
  }

  /** A string or nothing: an object here may be an image to some provider. */
  void text(Json.Obj object, String key, String path) {
    Json value = object.get(key);
    if (value != null && !(value instanceof Json.Str) && !(value instanceof Json.Null)) {
      refuse(path + '.' + key);
    }
  }

  void each(Json.Obj object, String key, String path, Check check) {
    Json value = object.get(key);
    if (value == null || value instanceof Json.Null) {
      return;
    }
    String at = path.isEmpty() ? key : path + '.' + key;
    if (!(value instanceof Json.Arr array)) {
      refuse(at);
      return;
    }
    for (int i = 0; i < array.items().size(); i++) {
      check.of(array.items().get(i), at + '[' + i + ']');
    }
  }

  /** A file in an address would pass every reading of text. */
  void noDataUrls(Json body) {
    Texts.each(
        body,
        text -> {
          if (Shapes.hasDataUrl(text)) {
            refuse("*", Kind.MEDIA);
          }
        });
  }
}
