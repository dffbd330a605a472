package gatehouse.consent.scope.store;

import gatehouse.consent.application.ApplicationCode;
import gatehouse.consent.scope.MaterialDiff;
import gatehouse.consent.scope.Scope;
import gatehouse.consent.scope.ScopeTerms;
import gatehouse.consent.scope.ScopeVersion;
import gatehouse.consent.scope.Scopes;
import gatehouse.lease.owner.DenyLog;
import gatehouse.lease.owner.DenyLog.Denial;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Scopes in PostgreSQL. */
@ApplicationScoped
class SqlScopes implements Scopes {
  /** What a fact of a lease is about: all answers about one application. */
  private static final String ABOUT = "APPLICATION_CHANGED";

  private final Rows rows;
  private final Versions versions;
  private final DenyLog denyLog;

  SqlScopes(Rows rows, Versions versions, DenyLog denyLog) {
    this.rows = rows;
    this.versions = versions;
    this.denyLog = denyLog;
  }

  @Override
  public void add(Scope scope) {
    ScopeRow row = new ScopeRow();
    row.id = scope.id();
    row.kind = scope.kind();
    row.application = scope.application().value();
    row.purpose = scope.purpose().name();
    row.study = scope.study();
    row.closedAt = scope.closedAt();
    rows.persist(row);
    scope.versions().forEach(v -> versions.persist(ScopeVersionRow.of(scope.id(), v)));
    denyLog.add(new Denial(ABOUT, scope.application().value(), null));
  }

  @Override
  public void save(Scope scope) {
    rows.findById(scope.id()).closedAt = scope.closedAt();
    long known = versions.count("scopeId", scope.id());
    scope.versions().stream()
        .skip(known)
        .forEach(v -> versions.persist(ScopeVersionRow.of(scope.id(), v)));
    denyLog.add(new Denial(ABOUT, scope.application().value(), null));
  }

  @Override
  public Optional<Scope> find(UUID id) {
    return rows.findByIdOptional(id).map(this::scope);
  }

  @Override
  public Optional<Scope> locked(UUID id) {
    return rows.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).map(this::scope);
  }

  @Override
  public void lock(ApplicationCode application) {
    rows.getEntityManager()
        .createNativeQuery("SELECT pg_advisory_xact_lock(hashtextextended(?1, 1))")
        .setParameter(1, application.value())
        .getSingleResult();
  }

  @Override
  public List<Scope> of(ApplicationCode application) {
    return rows.list("application = ?1 order by id", application.value()).stream()
        .map(this::scope)
        .toList();
  }

  private Scope scope(ScopeRow row) {
    List<ScopeVersion> known = new ArrayList<>();
    for (ScopeVersionRow version : versions.list("scopeId = ?1 order by number", row.id)) {
      ScopeTerms terms = version.terms();
      MaterialDiff diff =
          known.isEmpty()
              ? new MaterialDiff(Set.of())
              : MaterialDiff.between(known.getLast().terms(), terms);
      known.add(
          new ScopeVersion(version.number, terms, diff, version.endsOld, version.inForceSince));
    }
    return new Scope(
        row.id, row.kind, new ApplicationCode(row.application), row.study, known, row.closedAt);
  }

  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<ScopeRow, UUID> {}

  @ApplicationScoped
  static class Versions implements PanacheRepositoryBase<ScopeVersionRow, ScopeVersionRow.Key> {}
}
