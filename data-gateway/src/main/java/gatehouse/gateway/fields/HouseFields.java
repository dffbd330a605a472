package gatehouse.gateway.fields;

import gatehouse.gateway.fields.Fault.Kind;
import gatehouse.gateway.json.Json;
import gatehouse.gateway.route.Route;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is refused in every zone. A model in the house that fetches an address or runs a tool with a
 * server of the caller's choosing carries data out of the house; a conversation that is kept by an
 * id may be another patient's; a medium that the permit did not speak of was not agreed to.
 */
final class HouseFields {
  private static final Set<String> STORED =
      Set.of("previous_response_id", "conversation", "prompt");
  private static final Set<String> OWN_TOOLS = Set.of("function", "custom");

  private final Checks checks;
  private final Set<String> categories;

  private HouseFields(Checks checks, Set<String> categories) {
    this.checks = checks;
    this.categories = categories;
  }

  static void check(Route route, Json.Obj body, Set<String> categories, Checks checks) {
    HouseFields fields = new HouseFields(checks, categories);
    for (String key : STORED) {
      if (isSet(body.get(key))) {
        checks.refuse(key, Kind.STORED_CONVERSATION);
      }
    }
    if (body.get("background") instanceof Json.Bool(boolean background) && background) {
      checks.refuse("background", Kind.STORED_CONVERSATION);
    }
    if (isSet(body.get("web_search_options"))) {
      checks.refuse("web_search_options", Kind.HOSTED_TOOL);
    }
    if (body.get("tools") instanceof Json.Arr) {
      checks.each(body, "tools", "", fields::tool);
    }
    if (body.get(route.content()) instanceof Json.Arr) {
      checks.each(body, route.content(), "", fields::item);
    }
  }

  private void tool(Json value, String path) {
    if (value instanceof Json.Obj tool
        && (!(tool.get("type") instanceof Json.Str(String type) && OWN_TOOLS.contains(type))
            || tool.get("server_url") != null)) {
      checks.refuse(path, Kind.HOSTED_TOOL);
    }
  }

  private void item(Json value, String path) {
    if (!(value instanceof Json.Obj item)) {
      return;
    }
    if ("item_reference".equals(item.string("type"))) {
      checks.refuse(path, Kind.STORED_CONVERSATION);
    }
    for (String key : List.of("content", "output")) {
      if (item.get(key) instanceof Json.Arr) {
        checks.each(item, key, path, this::part);
      }
    }
    part(item, path);
  }

  private void part(Json value, String path) {
    if (!(value instanceof Json.Obj part)) {
      return;
    }
    if (Media.isRemote(part)) {
      checks.refuse(path, Kind.REMOTE_CONTENT);
    } else if (Media.isStored(part)) {
      checks.refuse(path, Kind.STORED_CONVERSATION);
    }
    Media media = Media.of(part);
    if (media != null && !categories.contains(media.name())) {
      checks.refuse(path, Kind.MEDIA);
    }
  }

  private static boolean isSet(@Nullable Json value) {
    return value != null && !(value instanceof Json.Null);
  }
}
