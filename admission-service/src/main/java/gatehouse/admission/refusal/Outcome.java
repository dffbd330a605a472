package gatehouse.admission.refusal;

import java.util.List;
import java.util.function.Function;

/**
 * How a command ends: done, or refused with every reason that was found. Expected refusals are
 * values; exceptions are for what must not happen.
 */
public sealed interface Outcome<T> {

  /** The command took effect. */
  record Done<T>(T value) implements Outcome<T> {}

  /** Nothing was changed; at least one reason. */
  record Refused<T>(List<Refusal> reasons) implements Outcome<T> {
    public Refused {
      reasons = List.copyOf(reasons);
      if (reasons.isEmpty()) {
        throw new IllegalArgumentException("A refusal needs a reason");
      }
    }
  }

  static <T> Outcome<T> done(T value) {
    return new Done<>(value);
  }

  static <T> Outcome<T> refused(Refusal... reasons) {
    return new Refused<>(List.of(reasons));
  }

  /** Refused with the reasons if there are any, otherwise done with the value. */
  static <T> Outcome<T> unless(List<Refusal> reasons, T value) {
    return reasons.isEmpty() ? new Done<>(value) : new Refused<>(reasons);
  }

  default <R> Outcome<R> then(Function<T, Outcome<R>> next) {
    return switch (this) {
      case Done<T> done -> next.apply(done.value());
      case Refused<T> refused -> new Refused<>(refused.reasons());
    };
  }

  default <R> Outcome<R> map(Function<T, R> next) {
    return then(value -> new Done<>(next.apply(value)));
  }
}
