package gatehouse.incident.incident.store;

import gatehouse.incident.incident.Category;
import gatehouse.incident.incident.Incident;
import gatehouse.incident.incident.IncidentState;
import gatehouse.incident.incident.Level;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "incident")
class IncidentRow {
  @Id UUID id;
  long version;

  @Enumerated(EnumType.STRING)
  IncidentState.IncidentStateName state;

  @Enumerated(EnumType.STRING)
  Level level;

  @Enumerated(EnumType.STRING)
  Category category;

  String application;

  @Column(name = "reported_at", updatable = false)
  Instant reportedAt;

  @Column(name = "due_at", updatable = false)
  Instant dueAt;

  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  IncidentDocument document;

  static IncidentRow of(Incident incident) {
    IncidentRow row = new IncidentRow();
    row.id = incident.id().value();
    row.application = incident.facts().application();
    row.reportedAt = incident.reportedAt();
    row.dueAt = incident.dueAt();
    row.take(incident);
    return row;
  }

  void take(Incident incident) {
    version = incident.version();
    state = incident.state().name();
    level = incident.level();
    category = incident.category();
    document =
        new IncidentDocument(
            incident.facts(),
            text(incident.state()),
            incident.state() instanceof IncidentState.Merged merged ? merged.into() : null,
            incident.lowering());
  }

  Incident incident() {
    return new Incident(
        new Incident.Id(id),
        version,
        document.facts(),
        level,
        category,
        state(),
        document.lowering(),
        reportedAt,
        dueAt);
  }

  private static @Nullable String text(IncidentState state) {
    return switch (state) {
      case IncidentState.Capa it -> it.plan();
      case IncidentState.Verified it -> it.evidence();
      case IncidentState.Closed it -> it.learningNote();
      case IncidentState.Reopened it -> it.reason();
      case IncidentState.Draft _,
          IncidentState.Reported _,
          IncidentState.Triaged _,
          IncidentState.Merged _,
          IncidentState.Investigating _ ->
          null;
    };
  }

  private IncidentState state() {
    return switch (state) {
      case DRAFT -> new IncidentState.Draft();
      case REPORTED -> new IncidentState.Reported();
      case TRIAGED -> new IncidentState.Triaged();
      case MERGED ->
          new IncidentState.Merged(Objects.requireNonNull(document.mergedInto(), "mergedInto"));
      case INVESTIGATING -> new IncidentState.Investigating();
      case CAPA -> new IncidentState.Capa(stateText());
      case VERIFIED -> new IncidentState.Verified(stateText());
      case CLOSED -> new IncidentState.Closed(stateText());
      case REOPENED -> new IncidentState.Reopened(stateText());
    };
  }

  private String stateText() {
    return Objects.requireNonNull(document.stateText(), "stateText");
  }
}
