package gatehouse.gateway.leaks;

import static java.nio.charset.StandardCharsets.UTF_8;

import gatehouse.gateway.json.Json;
import gatehouse.gateway.json.JsonReader;
import gatehouse.gateway.json.MalformedJsonException;
import gatehouse.gateway.json.Members;
import gatehouse.gateway.route.Route;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Bodies that OpenAI's API describes, and places in them where something can be planted. */
final class Planting {
  private final String text;
  private final String key;
  private int left;

  private Planting(int place, String text, String key) {
    this.left = place;
    this.text = text;
    this.key = key;
  }

  static List<Json.Obj> bodies(Route route) throws IOException, MalformedJsonException {
    List<Json.Obj> bodies = new ArrayList<>();
    try (InputStream file =
        Objects.requireNonNull(Planting.class.getResourceAsStream("/openai/bodies.jsonl"))) {
      for (String line : new String(file.readAllBytes(), UTF_8).lines().toList()) {
        Json.Obj entry = (Json.Obj) JsonReader.read(line);
        if (route.name().equals(entry.string("route"))
            && entry.get("body") instanceof Json.Obj body) {
          bodies.add(body);
        }
      }
    }
    return bodies;
  }

  /** How many places a body has. */
  static int places(Json value) {
    return switch (value) {
      case Json.Str _, Json.Num _ -> 1;
      case Json.Arr array -> array.items().stream().mapToInt(Planting::places).sum();
      case Json.Obj object ->
          2 + object.members().values().stream().mapToInt(Planting::places).sum();
      case Json.Bool _, Json.Null _ -> 0;
    };
  }

  /**
   * The body with something at one of its places.
   *
   * @param text where a text stands, or the value of a member that nobody knows
   * @param key where a key stands, or as a number where one stands
   */
  static Json.Obj plant(Json.Obj body, int place, String text, String key) {
    return (Json.Obj) new Planting(place, text, key).in(body);
  }

  private Json in(Json value) {
    return switch (value) {
      case Json.Str string -> left-- == 0 ? new Json.Str(text) : string;
      case Json.Num number ->
          left-- == 0 ? key.matches("[1-9]\\d+") ? new Json.Num(key) : new Json.Str(text) : number;
      case Json.Arr array -> new Json.Arr(array.items().stream().map(this::in).toList());
      case Json.Obj object -> {
        Members members = new Members();
        if (left-- == 0) {
          members.put(key, new Json.Bool(true));
        }
        if (left-- == 0) {
          members.put("unheard_of", new Json.Str(text));
        }
        object
            .members()
            .forEach(
                (name, member) -> members.put(name, name.equals("model") ? member : in(member)));
        yield members.object();
      }
      case Json.Bool _, Json.Null _ -> value;
    };
  }
}
