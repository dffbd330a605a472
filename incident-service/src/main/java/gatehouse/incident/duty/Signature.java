package gatehouse.incident.duty;

import java.time.Instant;
import java.util.Objects;

/**
 * Who stands for a statement, and since when.
 *
 * @param subject the person's stable id at the issuer; stays in this service's database
 */
public record Signature(String subject, Instant at) {
  public Signature {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(at, "at");
  }
}
