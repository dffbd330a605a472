package gatehouse.consent.scope.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** The terms of a scope from a moment on. */
@Entity
@Table(name = "scope_version")
@IdClass(ScopeVersionRow.Key.class)
class ScopeVersionRow {
  private static final JsonMapper JSON = JsonMapper.builder().build();

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
      String algorithmClass) {}

  @Id
  @Column(name = "scope_id")
  UUID scopeId;

  @Id int number;

  @ColumnTransformer(write = "?::jsonb")
  String terms;

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
    row.terms =
        write(
            new Terms(
                terms.purpose(),
                List.copyOf(terms.activities()),
                terms.categories().stream().map(Category::code).toList(),
                List.copyOf(terms.recipients()),
                terms.periodDays(),
                terms.crossBorder(),
                terms.algorithmClass()));
    return row;
  }

  ScopeTerms terms() {
    try {
      Terms kept = JSON.readValue(terms, Terms.class);
      return new ScopeTerms(
          kept.purpose(),
          new TreeSet<>(kept.activities()),
          new TreeSet<>(kept.categories().stream().map(Category::new).toList()),
          new TreeSet<>(kept.recipients()),
          kept.periodDays(),
          kept.crossBorder(),
          kept.algorithmClass());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("terms were not written by this service", e);
    }
  }

  private static String write(Terms terms) {
    try {
      return JSON.writeValueAsString(terms);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("terms can always be written", e);
    }
  }
}
