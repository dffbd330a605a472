package gatehouse.consent.subject;

import org.jspecify.annotations.Nullable;

/**
 * How a request names a person: by the shared reference, or by an issuer and the id it gave.
 *
 * @param subjectRef the reference, or null
 * @param issuer who gave the id, such as {@code HIS}, or null
 * @param id the id, or null
 */
public record NamedSubject(
    @Nullable String subjectRef, @Nullable String issuer, @Nullable String id) {

  /** By the claim {@code patient} of a token, which has the form {@code issuer|id}. */
  public static NamedSubject byClaim(String claim) {
    int bar = claim.indexOf('|');
    return bar < 0
        ? new NamedSubject(null, null, claim)
        : new NamedSubject(null, claim.substring(0, bar), claim.substring(bar + 1));
  }

  @Override
  public String toString() {
    return "NamedSubject[not shown]";
  }
}
