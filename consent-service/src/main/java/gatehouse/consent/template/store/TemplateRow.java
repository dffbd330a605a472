package gatehouse.consent.template.store;

import gatehouse.consent.application.Tier;
import gatehouse.consent.scope.ScopeKind;
import gatehouse.consent.template.EthicsApproval;
import gatehouse.consent.template.Template;
import gatehouse.consent.template.TemplateState;
import gatehouse.consent.template.TemplateState.Draft;
import gatehouse.consent.template.TemplateState.Linted;
import gatehouse.consent.template.TemplateState.Published;
import gatehouse.consent.template.TemplateState.Retired;
import gatehouse.consent.template.TemplateState.Superseded;
import gatehouse.consent.template.TemplateText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** A form. */
@Entity
@Table(name = "template")
class TemplateRow {
  @Id UUID id;

  @Column(name = "scope_id")
  UUID scopeId;

  @Column(name = "scope_version")
  int scopeVersion;

  @Enumerated(EnumType.STRING)
  ScopeKind kind;

  @Enumerated(EnumType.STRING)
  Tier tier;

  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  TemplateText content;

  String author;
  String state;
  String digest;

  @Column(name = "ethics_reference")
  String ethicsReference;

  @Column(name = "ethics_approved_on")
  LocalDate ethicsApprovedOn;

  @Column(name = "published_by")
  String publishedBy;

  @Column(name = "published_at")
  Instant publishedAt;

  @Column(name = "ended_at")
  Instant endedAt;

  long version;

  void take(Template template) {
    id = template.id();
    scopeId = template.scopeId();
    scopeVersion = template.scopeVersion();
    kind = template.kind();
    tier = template.tier();
    content = template.text();
    digest = template.digest().value();
    author = template.author();
    state = template.state().name();
    version = template.version();
    switch (template.state()) {
      case Draft _, Linted _ -> {}
      case Published published -> take(published);
      case Superseded superseded -> endedAt = superseded.since();
      case Retired retired -> endedAt = retired.since();
    }
  }

  Template template() {
    return new Template(id, scopeId, scopeVersion, kind, tier, content, author, state(), version);
  }

  private void take(Published published) {
    ethicsReference = published.approval().reference();
    ethicsApprovedOn = published.approval().approvedOn();
    publishedBy = published.publishedBy();
    publishedAt = published.since();
  }

  private TemplateState state() {
    return switch (state) {
      case "DRAFT" -> new Draft();
      case "LINTED" -> new Linted();
      case "PUBLISHED" -> published();
      case "SUPERSEDED" -> new Superseded(published(), endedAt);
      case "RETIRED" -> new Retired(published(), endedAt);
      default -> throw new IllegalStateException("unknown state of a template");
    };
  }

  private Published published() {
    return new Published(
        new EthicsApproval(ethicsReference, ethicsApprovedOn), publishedBy, publishedAt);
  }
}
