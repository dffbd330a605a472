package gatehouse.gateway.json;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the members of one object. What was gathered becomes the object itself, without a copy,
 * so it serves once.
 */
public final class Members {
  private @Nullable SequencedMap<String, Json> gathered;

  public Members() {
    this.gathered = new LinkedHashMap<>();
  }

  /** Begins with those of the object. */
  Members(Json.Obj object) {
    this.gathered = new LinkedHashMap<>(object.members());
  }

  /** Sets the member, at its old place or at the end; returns what it was, or null. */
  public @Nullable Json put(String key, Json value) {
    return open().put(key, value);
  }

  void remove(String key) {
    open().remove(key);
  }

  /**
   * The object of these members.
   *
   * @throws IllegalStateException if it was made already, here and whenever more is put
   */
  public Json.Obj object() {
    Json.Obj object = new Json.Obj(open());
    gathered = null;
    return object;
  }

  private SequencedMap<String, Json> open() {
    if (gathered == null) {
      throw new IllegalStateException("the object of these members was made");
    }
    return gathered;
  }
}
