package gatehouse.consent.scope.store;

import gatehouse.consent.scope.ScopeKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A scope without its versions. */
@Entity
@Table(name = "scope")
class ScopeRow {
  @Id UUID id;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  ScopeKind kind;

  @Column(updatable = false)
  String application;

  @Column(updatable = false)
  String purpose;

  @Column(updatable = false)
  @Nullable String study;

  @Column(name = "closed_at")
  @Nullable Instant closedAt;
}
