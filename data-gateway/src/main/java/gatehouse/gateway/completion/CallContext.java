package gatehouse.gateway.completion;

import gatehouse.gateway.egress.KnownOfPatient;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * What a call says about itself: the member {@code gatehouse} of the body, or the header {@code
 * X-Gatehouse-Context}. None of it goes on to a model.
 *
 * @param place department code where the application is used
 * @param productDigest {@code sha256:…} of the version that the caller believes it runs
 * @param fields fields of records that the call needs; empty means all that its purpose needs
 * @param deployment one of the application's configured deployments; null means its first
 */
public record CallContext(
    @Nullable Patient patient,
    @Nullable String encounter,
    String purpose,
    @Nullable String user,
    @Nullable String place,
    @Nullable String productDigest,
    SortedSet<String> categories,
    SortedSet<String> fields,
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
