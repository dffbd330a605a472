package gatehouse.gateway.context;

import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Who and what a call is about. Personal data: kept in memory only, and no longer than the call or
 * its permit.
 *
 * @param place department code where the application is used
 * @param productDigest {@code sha256:…} of the version that the caller believes it runs
 * @param fields fields of records that the call needs; empty means all that its purpose needs
 */
public record Circumstances(
    @Nullable Patient patient,
    @Nullable String encounter,
    String purpose,
    @Nullable String user,
    @Nullable String place,
    @Nullable String productDigest,
    SortedSet<String> categories,
    SortedSet<String> fields) {

  /** Who gave the number, and the number. */
  public record Patient(String issuer, String id) {
    @Override
    public String toString() {
      return "Patient[of " + issuer + "]";
    }
  }

  /** Names nobody. */
  @Override
  public String toString() {
    return "Circumstances[of " + purpose + "]";
  }
}
