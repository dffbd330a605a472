package gatehouse.gateway.standing;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An order that stops applications (G-51).
 *
 * @param epoch the owner's counter when it was issued
 * @param value what the kind names: an application code, a vendor, ...; {@code *} for ALL; of a
 *     product its name or, for one version of it, that version's digest
 */
public record StopOrder(
    String id, long epoch, Kind kind, String value, @Nullable ManualRoute manualRoute) {

  private static final String DIGEST = "sha256:";

  /** How wide a stop reaches. */
  public enum Kind {
    ALL,
    VENDOR,
    DEPARTMENT,
    PRODUCT,
    APPLICATION
  }

  /**
   * Whether the order stops a call of this application.
   *
   * @param facts what admission says about the application; null when it said nothing, in which
   *     case every order that might cover it does
   */
  public boolean covers(String application, @Nullable ApplicationFacts facts) {
    return switch (kind) {
      case ALL -> true;
      case APPLICATION -> names(application) || (facts != null && names(facts.id()));
      case VENDOR -> facts == null || names(facts.vendor());
      case DEPARTMENT -> facts == null || names(facts.department());
      case PRODUCT -> facts == null || names(facts.product()) || namesVersion(facts.digest());
    };
  }

  /** The words by which a stop may cover what an application has made; null: nobody knows. */
  public record Made(
      String application,
      @Nullable String applicationId,
      @Nullable String vendor,
      @Nullable String department,
      @Nullable String product,
      @Nullable String productDigest) {}

  /** Whether the order stops the maker; what is not known of it counts as covered. */
  public boolean covers(Made made) {
    return switch (kind) {
      case ALL -> true;
      case APPLICATION -> names(made.application()) || names(made.applicationId());
      case VENDOR -> made.vendor() == null || names(made.vendor());
      case DEPARTMENT -> made.department() == null || names(made.department());
      case PRODUCT ->
          made.product() == null || names(made.product()) || namesVersion(made.productDigest());
    };
  }

  /** A version is named by its digest; one that nobody told might be it. */
  private boolean namesVersion(@Nullable String digest) {
    return digest == null ? value.toLowerCase(Locale.ROOT).startsWith(DIGEST) : names(digest);
  }

  /** Codes are compared without letter case: a stop must not miss by a capital letter. */
  private boolean names(@Nullable String code) {
    return value.equalsIgnoreCase(code);
  }
}
