package gatehouse.consent.scope;

import gatehouse.clauses.Clause;
import gatehouse.consent.application.ApplicationCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people are asked for one application and one purpose, in all its versions.
 *
 * @param id identity
 * @param kind what kind of agreement it asks for
 * @param application the application
 * @param study the study's code, for research; else null
 * @param versions in order, at least one; all of one purpose
 * @param closedAt when it was closed, or null while it is open
 */
@Clause("E-42")
public record Scope(
    UUID id,
    ScopeKind kind,
    ApplicationCode application,
    @Nullable String study,
    List<ScopeVersion> versions,
    @Nullable Instant closedAt) {

  public Scope {
    versions = List.copyOf(versions);
    if (versions.isEmpty()) {
      throw new IllegalArgumentException("a scope has a version");
    }
  }

  /** A scope with its first version. */
  public static Scope first(
      UUID id,
      ScopeKind kind,
      ApplicationCode application,
      @Nullable String study,
      ScopeTerms terms,
      Instant now) {
    ScopeVersion version = new ScopeVersion(1, terms, new MaterialDiff(Set.of()), false, now);
    return new Scope(id, kind, application, study, List.of(version), null);
  }

  /** The scope with a further version. */
  public Scope revised(ScopeTerms terms, boolean endsOld, Instant now) {
    MaterialDiff diff = MaterialDiff.between(current().terms(), terms);
    List<ScopeVersion> next = new ArrayList<>(versions);
    next.add(new ScopeVersion(current().number() + 1, terms, diff, endsOld, now));
    return new Scope(id, kind, application, study, next, closedAt);
  }

  /** The scope, closed for good: nobody is asked, and nothing is permitted any more. */
  public Scope closed(Instant now) {
    return new Scope(id, kind, application, study, versions, now);
  }

  /** The scope as it was known at a time, or nothing when it did not exist. */
  public Optional<Scope> knownAt(Instant time) {
    List<ScopeVersion> known =
        versions.stream().filter(version -> !version.inForceSince().isAfter(time)).toList();
    if (known.isEmpty()) {
      return Optional.empty();
    }
    Instant closed = closedAt != null && closedAt.isAfter(time) ? null : closedAt;
    return Optional.of(new Scope(id, kind, application, study, known, closed));
  }

  /** The version in force. */
  public ScopeVersion current() {
    return versions.getLast();
  }

  /** The version of that number. */
  public Optional<ScopeVersion> version(int number) {
    return versions.stream().filter(version -> version.number() == number).findFirst();
  }

  /** The purpose of all its versions. */
  public Purpose purpose() {
    return versions.getFirst().terms().purpose();
  }

  /** Whether it was closed. */
  public boolean isClosed() {
    return closedAt != null;
  }

  /** Grows with every change. */
  public long revision() {
    return versions.size() + (isClosed() ? 1L : 0L);
  }

  /** Whether a version published after the given one ended the processing under it. */
  public boolean endedSince(int number) {
    return versions.stream().anyMatch(v -> v.number() > number && v.endsOld());
  }
}
