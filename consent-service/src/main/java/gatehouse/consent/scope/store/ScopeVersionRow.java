package gatehouse.consent.scope.store;

import gatehouse.consent.scope.Activity;
import gatehouse.consent.scope.Category;
import gatehouse.consent.scope.Purpose;
import gatehouse.consent.scope.ScopeTerms;
import gatehouse.consent.scope.ScopeVersion;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/** The terms of a scope from a moment on. */
@Entity
@Table(name = "scope_version")
@IdClass(ScopeVersionRow.Key.class)
class ScopeVersionRow {
  /** A scope's id with the number of a version. */
  record Key(UUID scopeId, int number) implements Serializable {}

  /** The terms as they are kept. */
  record Terms(
      Purpose purpose,
      List<Activity> activities,
      List<String> categories,
      List<String> recipients,
      @Nullable Integer periodDays,
      boolean crossBorder,
      String algorithmClass) {
    static Terms of(ScopeTerms terms) {
      return new Terms(
          terms.purpose(),
          List.copyOf(terms.activities()),
          terms.categories().stream().map(Category::code).toList(),
          List.copyOf(terms.recipients()),
          terms.periodDays(),
          terms.crossBorder(),
          terms.algorithmClass());
    }

    ScopeTerms terms() {
      return new ScopeTerms(
          purpose,
          new TreeSet<>(activities),
          new TreeSet<>(categories.stream().map(Category::new).toList()),
          new TreeSet<>(recipients),
          periodDays,
          crossBorder,
          algorithmClass);
    }
  }

  @Id
  @Column(name = "scope_id")
  UUID scopeId;

  @Id int number;

  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  Terms terms;

  String hash;

  @Column(name = "ends_old")
  boolean endsOld;

  @Column(name = "in_force_since")
  Instant inForceSince;

  static ScopeVersionRow of(UUID scopeId, ScopeVersion version) {
    ScopeTerms terms = version.terms();
    ScopeVersionRow row = new ScopeVersionRow();
    row.scopeId = scopeId;
    row.number = version.number();
    row.hash = terms.hash().value();
    row.endsOld = version.endsOld();
    row.inForceSince = version.inForceSince();
    row.terms = Terms.of(terms);
    return row;
  }

  ScopeTerms terms() {
    return terms.terms();
  }
}
