package gatehouse.admission.evidence;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One filed piece of evidence. The file itself lies where the hospital keeps it; here is its
 * digest.
 *
 * @param fileDigest "sha256:" and 64 hexadecimal digits
 * @param passed whether it speaks for the product; computed where the kind is measured
 * @param measures measured metrics, empty for kinds that are not measured
 * @param ranAt when the examination ran, null for kinds that are not measured
 * @param validUntil last day, null when it does not expire
 * @param author subject of who filed it
 */
public record Evidence(
    EvidenceKind kind,
    String fileDigest,
    boolean passed,
    SortedMap<String, BigDecimal> measures,
    @Nullable Instant ranAt,
    @Nullable LocalDate validUntil,
    String author,
    Instant filedAt) {
  public Evidence {
    requireNonNull(kind);
    requireNonNull(fileDigest);
    requireNonNull(author);
    measures = new TreeMap<>(measures);
  }

  public boolean expiredOn(LocalDate day) {
    return validUntil != null && day.isAfter(validUntil);
  }

  /** The result after measuring against the protocol. */
  public Evidence judgedBy(Protocol protocol) {
    return new Evidence(
        kind, fileDigest, protocol.keptBy(measures), measures, ranAt, validUntil, author, filedAt);
  }

  /** Its content for hashing: neither who filed it nor when, so that a copy hashes alike. */
  public String line() {
    StringBuilder line = new StringBuilder();
    line.append(kind).append('|').append(fileDigest).append('|').append(passed).append('|');
    line.append(validUntil == null ? "-" : validUntil.toString());
    for (Map.Entry<String, BigDecimal> measure : measures.entrySet()) {
      line.append('|').append(measure.getKey()).append('=');
      line.append(measure.getValue().stripTrailingZeros().toPlainString());
    }
    return line.toString();
  }
}
