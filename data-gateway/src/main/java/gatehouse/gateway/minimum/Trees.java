package gatehouse.gateway.minimum;

import gatehouse.gateway.json.Json;
import gatehouse.gateway.json.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Changes a tree; what stays as it was is the same object, so that large bodies are not copied. */
@SuppressWarnings("ReferenceEquality") // to compare whole trees would cost more than to copy them
final class Trees {
  private Trees() {}

  static Json map(Json.Arr list, UnaryOperator<Json> change) {
    List<Json> items = new ArrayList<>(list.items().size());
    boolean same = true;
    for (Json item : list.items()) {
      Json changed = change.apply(item);
      same &= changed == item;
      items.add(changed);
    }
    return same ? list : new Json.Arr(items);
  }

  /** What to do with a member. */
  interface Change {
    Json of(String key, Json value);
  }

  static Json map(Json.Obj object, Change change) {
    Members members = new Members();
    boolean same = true;
    for (var member : object.members().entrySet()) {
      Json changed = change.of(member.getKey(), member.getValue());
      same &= changed == member.getValue();
      members.put(member.getKey(), changed);
    }
    return same ? object : members.object();
  }
}
