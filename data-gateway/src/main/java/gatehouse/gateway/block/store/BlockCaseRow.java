package gatehouse.gateway.block.store;

import gatehouse.gateway.block.BlockCase;
import gatehouse.gateway.block.CaseState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code gateway.block_case}. */
@Entity
@Table(name = "block_case")
class BlockCaseRow {
  @Id
  @Column(name = "block_id")
  UUID block;

  long version;

  @Enumerated(EnumType.STRING)
  CaseState.Name state;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  BlockCase.Verdict verdict;

  @Column(name = "triaged_by", updatable = false)
  String triagedBy;

  @Column(name = "released_by")
  @Nullable String releasedBy;

  @Nullable String explanation;

  @Enumerated(EnumType.STRING)
  @Column(name = "change_kind")
  BlockCase.RuleChange.@Nullable RuleKind changeKind;

  @Column(name = "change_reference")
  @Nullable String changeReference;

  @Column(name = "change_version")
  @Nullable String changeVersion;

  @Column(name = "changed_at")
  Instant changedAt;

  static BlockCaseRow of(BlockCase opened) {
    BlockCaseRow row = new BlockCaseRow();
    row.block = opened.block();
    row.verdict = opened.verdict();
    row.triagedBy = opened.triagedBy();
    row.take(opened);
    return row;
  }

  void take(BlockCase changed) {
    version = changed.version();
    state = changed.state().name();
    explanation = changed.explanation();
    changedAt = changed.changedAt();
    BlockCase.RuleChange change = changed.change();
    if (change != null) {
      changeKind = change.kind();
      changeReference = change.reference();
      changeVersion = change.version();
    }
    if (changed.state() instanceof CaseState.Released it) {
      releasedBy = it.by();
    }
  }

  BlockCase blockCase() {
    return new BlockCase(
        block, version, state(), verdict, triagedBy, explanation, change(), changedAt);
  }

  private BlockCase.@Nullable RuleChange change() {
    return changeKind == null || changeReference == null || changeVersion == null
        ? null
        : new BlockCase.RuleChange(changeKind, changeReference, changeVersion);
  }

  private CaseState state() {
    return switch (state) {
      case TRIAGED -> new CaseState.Triaged();
      case EXPLAINED -> new CaseState.Explained();
      case RELEASED -> new CaseState.Released(Objects.requireNonNull(releasedBy, "releasedBy"));
      case CLOSED -> new CaseState.Closed();
    };
  }
}
