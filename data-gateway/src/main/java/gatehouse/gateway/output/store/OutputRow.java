package gatehouse.gateway.output.store;

import gatehouse.gateway.output.Judgement;
import gatehouse.gateway.output.Judgement.Rejection;
import gatehouse.gateway.output.Output;
import gatehouse.gateway.output.Output.About;
import gatehouse.gateway.output.Output.Origin;
import gatehouse.gateway.output.Output.Produced;
import gatehouse.gateway.output.OutputState;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code gateway.output}. */
@Entity
@Table(name = "output")
class OutputRow {
  @Id UUID id;
  long version;

  @Embedded OriginColumns origin;

  @Column(name = "subject_ref", updatable = false)
  @Nullable String subjectRef;

  @Column(name = "encounter_ref", updatable = false)
  @Nullable String encounterRef;

  @Column(name = "user_ref", updatable = false)
  @Nullable String userRef;

  @Column(name = "input_digest", updatable = false)
  String inputDigest;

  @Column(name = "produced_digest", updatable = false)
  String producedDigest;

  @Column(updatable = false)
  long characters;

  @Column(updatable = false)
  boolean complete;

  @Column(updatable = false)
  boolean held;

  String digest;

  @Enumerated(EnumType.STRING)
  OutputState.OutputStateName state;

  @Embedded @Nullable JudgementColumns judgement;

  @Enumerated(EnumType.STRING)
  Judgement.@Nullable RejectionReason reason;

  @Column(name = "release_token")
  @Nullable UUID releaseToken;

  @Column(name = "registered_at", updatable = false)
  Instant registeredAt;

  /** Set by the database, when the journal's words about it are erased. */
  @Column(name = "erased_at", insertable = false, updatable = false)
  @Nullable Instant erasedAt;

  /** Where it comes from. */
  @Embeddable
  static class OriginColumns {
    @Column(name = "permit_id", updatable = false)
    UUID permitId;

    @Column(updatable = false)
    String application;

    @Column(name = "application_id", updatable = false)
    @Nullable String applicationId;

    @Column(name = "product_digest", updatable = false)
    @Nullable String productDigest;

    @Column(updatable = false)
    @Nullable String product;

    @Column(updatable = false)
    @Nullable String vendor;

    @Column(updatable = false)
    @Nullable String department;

    @Column(updatable = false)
    String deployment;
  }

  /** The judgement that counts. */
  @Embeddable
  static class JudgementColumns {
    @Column(name = "physician_ref")
    @Nullable String physicianRef;

    @Column(name = "judged_at")
    @Nullable Instant judgedAt;

    @Column(name = "has_statement")
    @Nullable Boolean hasStatement;

    @Column(name = "reading_millis")
    @Nullable Long readingMillis;

    @Nullable Boolean hasty;
  }

  void take(Output output) {
    version = output.version();
    digest = output.digest();
    state = output.state().name();
    switch (output.state()) {
      case OutputState.Pending _, OutputState.Lost _ -> {}
      case OutputState.Confirmed it -> judged(it.by());
      case OutputState.Edited it -> judged(it.by());
      case OutputState.Rejected it -> {
        judged(it.rejection().by());
        reason = it.rejection().reason();
      }
      case OutputState.Released it -> {
        judged(it.by());
        releaseToken = it.token();
      }
    }
  }

  Output output() {
    return new Output(
        id,
        version,
        new Origin(
            origin.permitId,
            origin.application,
            origin.applicationId,
            origin.productDigest,
            origin.product,
            origin.vendor,
            origin.department,
            origin.deployment),
        new About(subjectRef, encounterRef, userRef),
        new Produced(inputDigest, producedDigest, characters, complete, held),
        digest,
        state(),
        registeredAt,
        erasedAt);
  }

  private void judged(Judgement by) {
    JudgementColumns columns = new JudgementColumns();
    columns.physicianRef = by.physicianRef();
    columns.judgedAt = by.at();
    columns.hasStatement = by.hasStatement();
    columns.readingMillis = by.reading().toMillis();
    columns.hasty = by.hasty();
    judgement = columns;
  }

  private OutputState state() {
    return switch (state) {
      case PENDING -> new OutputState.Pending();
      case LOST -> new OutputState.Lost();
      case CONFIRMED -> new OutputState.Confirmed(judgement());
      case EDITED -> new OutputState.Edited(judgement());
      case REJECTED ->
          new OutputState.Rejected(
              new Rejection(judgement(), Objects.requireNonNull(reason, "reason")));
      case RELEASED ->
          new OutputState.Released(
              judgement(), Objects.requireNonNull(releaseToken, "releaseToken"));
    };
  }

  private Judgement judgement() {
    JudgementColumns columns = Objects.requireNonNull(judgement, "judgement");
    return new Judgement(
        Objects.requireNonNull(columns.physicianRef, "physicianRef"),
        Objects.requireNonNull(columns.judgedAt, "judgedAt"),
        Boolean.TRUE.equals(columns.hasStatement),
        Duration.ofMillis(Objects.requireNonNull(columns.readingMillis, "readingMillis")),
        Boolean.TRUE.equals(columns.hasty));
  }
}
