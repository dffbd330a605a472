package gatehouse.gateway.fields;

import gatehouse.gateway.json.Json;
import gatehouse.gateway.route.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Says of a body what may not leave with it, and leaves out what nobody needs. */
public final class BodyFields {
  private static final Set<String> OF_THE_CALLER =
      Set.of("user", "metadata", "safety_identifier", "prompt_cache_key");
  private static final Set<String> OF_AN_ITEM = Set.of("id", "status", "annotations", "logprobs");
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
   * The body that a public provider needs: without what tells who calls, and nothing kept there.
   */
  public static Json.Obj needed(Route route, Json.Obj body) {
    Json.Obj needed = body;
    for (String field : OF_THE_CALLER) {
      needed = needed.without(field);
    }
    return switch (route) {
      case CHAT -> needed.without("store");
      case RESPONSES -> bareItems(unkept(route, needed));
      case EMBEDDINGS -> needed;
    };
  }

  /**
   * The body with which nobody keeps the conversation: {@code /v1/responses} keeps it by default.
   */
  public static Json.Obj unkept(Route route, Json.Obj body) {
    return route == Route.RESPONSES ? body.with("store", new Json.Bool(false)) : body;
  }

  /**
   * Items and parts of earlier answers come back with ids and marks that only their maker reads.
   */
  private static Json.Obj bareItems(Json.Obj body) {
    if (!(body.get("input") instanceof Json.Arr items)) {
      return body;
    }
    List<Json> bare = new ArrayList<>();
    for (Json item : items.items()) {
      bare.add(item instanceof Json.Obj object ? bare(object) : item);
    }
    return body.with("input", new Json.Arr(bare));
  }

  private static Json.Obj bare(Json.Obj item) {
    Json.Obj bare = item;
    String type = item.string("type");
    for (String key : OF_AN_ITEM) {
      if (!key.equals("id") || type == null || !KEEPS_ITS_ID.contains(type)) {
        bare = bare.without(key);
      }
    }
    if (bare.get("content") instanceof Json.Arr parts) {
      List<Json> texts = new ArrayList<>();
      for (Json part : parts.items()) {
        texts.add(
            part instanceof Json.Obj object
                ? object.without("annotations").without("logprobs")
                : part);
      }
      bare = bare.with("content", new Json.Arr(texts));
    }
    return bare;
  }
}
