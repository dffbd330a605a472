package gatehouse.gateway.completion;

import gatehouse.gateway.egress.KnownOfPatient;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * What a call says about itself: the member {@code gatehouse} of the body, or the header {@code
 * X-Gatehouse-Context}. None of it goes on to a model.
 *
 * @param deployment one of the application's configured deployments; null means its first
 */
public record CallContext(
    @Nullable Patient patient,
    @Nullable String encounter,
    String purpose,
    @Nullable String user,
    SortedSet<String> categories,
    @Nullable String deployment,
    KnownOfPatient known) {

  /** Who gave the number, and the number. */
  public record Patient(String issuer, String id) {
    @Override
    public String toString() {
      return "Patient[of " + issuer + "]";
    }
  }
}
