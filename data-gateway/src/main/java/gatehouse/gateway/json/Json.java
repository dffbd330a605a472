package gatehouse.gateway.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** A JSON value (RFC 8259). Immutable; numbers keep the text they came with. */
public sealed interface Json {

  /** An object; keys are unique and keep their order. {@link Members} makes it. */
  final class Obj implements Json {
    private final SequencedMap<String, Json> members;

    Obj(SequencedMap<String, Json> members) {
      this.members = Collections.unmodifiableSequencedMap(members);
    }

    /** All of them, in order; cannot be changed. */
    public SequencedMap<String, Json> members() {
      return members;
    }

    /** The member of this name, or null where there is none. */
    public @Nullable Json get(String key) {
      return members.get(key);
    }

    /** The member of this name if it is a string, else null. */
    public @Nullable String string(String key) {
      return members.get(key) instanceof Str(String value) ? value : null;
    }

    /** A copy in which the member has this value, at its old place or at the end. */
    public Obj with(String key, Json value) {
      Members copy = new Members(this);
      copy.put(key, value);
      return copy.object();
    }

    /** A copy without the member. */
    public Obj without(String key) {
      Members copy = new Members(this);
      copy.remove(key);
      return copy.object();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Obj that && members.equals(that.members);
    }

    @Override
    public int hashCode() {
      return members.hashCode();
    }

    @Override
    public String toString() {
      return "Obj" + members.keySet();
    }
  }

  /** An array. */
  record Arr(List<Json> items) implements Json {
    public Arr {
      items = List.copyOf(items);
    }
  }

  /** A string, unescaped. */
  record Str(String value) implements Json {}

  /** A number in the text of its source, such as {@code 1.50e3}. */
  record Num(String text) implements Json {
    private static final int MOST_DIGITS = 40;

    /** Its whole digits, however it is spelled: 123456 for {@code -1.234565e5}. */
    public String digits() {
      BigDecimal value = new BigDecimal(text);
      long digits = (long) value.precision() - value.scale();
      return digits <= 0 || digits > MOST_DIGITS ? "0" : value.toBigInteger().abs().toString();
    }
  }

  /** {@code true} or {@code false}. */
  record Bool(boolean value) implements Json {}

  /** {@code null}. */
  record Null() implements Json {}

  /** An object of the pairs {@code key, value, key, value...}, where the keys are strings. */
  static Obj object(Object... pairs) {
    Members members = new Members();
    for (int i = 0; i < pairs.length; i += 2) {
      members.put((String) pairs[i], of(pairs[i + 1]));
    }
    return members.object();
  }

  /** An array of the values. */
  static Arr array(Object... values) {
    List<Json> items = new ArrayList<>();
    for (Object value : values) {
      items.add(of(value));
    }
    return new Arr(items);
  }

  private static Json of(Object value) {
    return switch (value) {
      case Json json -> json;
      case String text -> new Str(text);
      case Boolean bool -> new Bool(bool);
      case Number number -> new Num(number.toString());
      case List<?> list -> array(list.toArray());
      case Map<?, ?> map -> {
        Members members = new Members();
        map.forEach((key, member) -> members.put((String) key, of(member)));
        yield members.object();
      }
      default -> throw new IllegalArgumentException("no JSON form: " + value.getClass());
    };
  }
}
