package gatehouse.gateway.fields;

import gatehouse.gateway.json.Json;
import gatehouse.gateway.json.Members;
import gatehouse.gateway.route.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Says of a body what may not leave with it, and leaves out what nobody needs. */
public final class BodyFields {
  private static final Set<String> OF_THE_CALLER =
      Set.of("user", "metadata", "safety_identifier", "prompt_cache_key");
  private static final Set<String> OF_AN_ITEM = Set.of("id", "status", "annotations", "logprobs");
  private static final Set<String> REFUSAL = Set.of("type", "refusal");
  private static final Set<String> OF_A_PART = Set.of("type", "text", "refusal");
  private static final Set<String> KEEPS_ITS_ID = Set.of("reasoning", "item_reference");

  private BodyFields() {}

  /**
   * What may not leave for any destination.
   *
   * @param categories kinds of data that the permit spoke of; {@code IMAGE}, {@code AUDIO} and
   *     {@code FILE} open the way for these
   */
  public static List<Fault> refusedEverywhere(Route route, Json.Obj body, Set<String> categories) {
    Checks checks = new Checks();
    HouseFields.check(route, body, categories, checks);
    return checks.faults();
  }

  /** What may not leave for a public destination; empty if the body may. */
  public static List<Fault> refusedOutside(Route route, Json.Obj body) {
    Checks checks = new Checks();
    switch (route) {
      case CHAT -> ChatFields.check(body, checks);
      case RESPONSES -> ResponseFields.check(body, checks);
      case EMBEDDINGS -> EmbeddingFields.check(body, checks);
    }
    return checks.faults();
  }

  /** Whether the body has media, which nobody can look through for identifiers. */
  public static boolean hasMedia(Route route, Json.Obj body) {
    Checks checks = new Checks();
    HouseFields.check(route, body, Set.of(), checks);
    return checks.faults().stream().anyMatch(fault -> fault.kind() == Fault.Kind.MEDIA);
  }

  /**
   * The body that a public provider needs: without what tells who calls, without what is empty and
   * unknown, and nothing kept there.
   */
  public static Json.Obj needed(Route route, Json.Obj body) {
    Json.Obj needed = body;
    for (String field : OF_THE_CALLER) {
      needed = needed.without(field);
    }
    if (new Json.Bool(false).equals(needed.get("background"))) {
      needed = needed.without("background");
    }
    return switch (route) {
      case CHAT -> withItems(telling(needed.without("store"), ChatFields.TOP), route);
      case RESPONSES -> withItems(telling(unkept(route, needed), ResponseFields.TOP), route);
      case EMBEDDINGS -> telling(needed, EmbeddingFields.TOP);
    };
  }

  /**
   * The body with which nobody keeps the conversation: {@code /v1/responses} keeps it by default.
   */
  public static Json.Obj unkept(Route route, Json.Obj body) {
    return route == Route.RESPONSES ? body.with("store", new Json.Bool(false)) : body;
  }

  /** Messages and items: clients hand back what a model answered, with all that stood there. */
  private static Json.Obj withItems(Json.Obj body, Route route) {
    if (!(body.get(route.content()) instanceof Json.Arr items)) {
      return body;
    }
    List<Json> bare = new ArrayList<>();
    for (Json item : items.items()) {
      bare.add(
          !(item instanceof Json.Obj object)
              ? item
              : route == Route.CHAT
                  ? withParts(telling(object, ChatFields.MESSAGE), "text")
                  : withParts(telling(bare(object), ResponseFields.OF_ITEMS), "output_text"));
    }
    return body.with(route.content(), new Json.Arr(bare));
  }

  /** Ids and marks that only their maker reads. */
  private static Json.Obj bare(Json.Obj item) {
    Json.Obj bare = item;
    String type = item.string("type");
    for (String key : OF_AN_ITEM) {
      if (!key.equals("id") || type == null || !KEEPS_ITS_ID.contains(type)) {
        bare = bare.without(key);
      }
    }
    return bare;
  }

  private static Json.Obj withParts(Json.Obj item, String text) {
    if (!(item.get("content") instanceof Json.Arr parts)) {
      return item;
    }
    List<Json> texts = new ArrayList<>();
    for (Json part : parts.items()) {
      texts.add(part instanceof Json.Obj object ? part(object, text) : part);
    }
    return item.with("content", new Json.Arr(texts));
  }

  /** A refusal goes as text: text that is cut over parts is read together. */
  private static Json.Obj part(Json.Obj part, String text) {
    Json.Obj bare = telling(part.without("annotations").without("logprobs"), OF_A_PART);
    return bare.members().keySet().equals(REFUSAL)
            && "refusal".equals(bare.string("type"))
            && bare.get("refusal") instanceof Json.Str refusal
        ? Json.object("type", text, "text", refusal)
        : bare;
  }

  /** Without members that would be refused and say nothing. */
  private static Json.Obj telling(Json.Obj object, Set<String> known) {
    Members telling = new Members();
    object
        .members()
        .forEach((key, value) -> {
          if (known.contains(key) || !isEmpty(value)) {
            telling.put(key, value);
          }
        });
    return telling.object();
  }

  private static boolean isEmpty(Json value) {
    return switch (value) {
      case Json.Null _ -> true;
      case Json.Arr array -> array.items().isEmpty();
      case Json.Obj object -> object.members().isEmpty();
      case Json.Str _, Json.Num _, Json.Bool _ -> false;
    };
  }
}
