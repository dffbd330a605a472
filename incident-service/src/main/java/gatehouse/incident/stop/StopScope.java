package gatehouse.incident.stop;

import gatehouse.incident.application.KnownApplication;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a stop covers.
 *
 * @param kind what the value names
 * @param value a code; {@link #EVERYTHING} with {@link Kind#ALL}; with {@link Kind#PRODUCT} a
 *     product or, by its digest, one version of it
 */
public record StopScope(Kind kind, String value) {
  /** The value of a scope that needs none. */
  public static final String EVERYTHING = "*";

  private static final int LONGEST_VALUE = 200;

  public StopScope {
    Objects.requireNonNull(kind, "kind");
    value = kind == Kind.ALL ? EVERYTHING : value.strip();
    if (value.isEmpty() || value.length() > LONGEST_VALUE) {
      throw new IllegalArgumentException("a scope's value has 1 to 200 characters");
    }
  }

  /** From narrow to wide is not an order that matters: any unlifted stop that covers wins. */
  public enum Kind {
    ALL,
    VENDOR,
    DEPARTMENT,
    PRODUCT,
    APPLICATION
  }

  /** Codes are compared without letter case: a stop must not miss by a capital letter. */
  public boolean covers(KnownApplication application) {
    return switch (kind) {
      case ALL -> true;
      case VENDOR -> names(application.vendor());
      case DEPARTMENT -> names(application.department());
      case PRODUCT -> names(application.product()) || names(application.digest());
      case APPLICATION -> names(application.code()) || names(application.id());
    };
  }

  /** Those of the applications that are covered. */
  public List<KnownApplication> among(Collection<KnownApplication> applications) {
    return applications.stream().filter(this::covers).toList();
  }

  /** Whether both stop exactly the same. */
  public boolean sameAs(StopScope other) {
    return kind == other.kind && value.equalsIgnoreCase(other.value);
  }

  private boolean names(@Nullable String code) {
    return code != null && value.equalsIgnoreCase(code);
  }
}
