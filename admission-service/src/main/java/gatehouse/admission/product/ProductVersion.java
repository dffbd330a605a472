package gatehouse.admission.product;

import static java.util.Objects.requireNonNull;

import gatehouse.admission.evidence.BundleHash;
import gatehouse.clauses.Clause;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One immutable version. Nothing of it can be changed; a changed artefact or configuration is
 * another version with another digest (G-02).
 */
@Clause("G-02")
public record ProductVersion(
    UUID id,
    UUID product,
    String version,
    String artefactDigest,
    String configDigest,
    ChangeClass changeClass,
    String releaseNote) {

  /** How far it departs from the version before, gravest first; as declared, it decides nothing. */
  public enum ChangeClass {
    MAJOR,
    MINOR,
    PREAUTHORISED
  }

  public ProductVersion {
    requireNonNull(artefactDigest);
    requireNonNull(configDigest);
  }

  /** When it was registered: the time that its id (UUIDv7, RFC 9562) carries. */
  public Instant registeredAt() {
    return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
  }

  /** The one digest by which calls name this version: over artefact and configuration. */
  public String digest() {
    return BundleHash.of(List.of(artefactDigest, configDigest));
  }
}
