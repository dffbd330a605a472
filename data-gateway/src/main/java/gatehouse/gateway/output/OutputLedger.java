package gatehouse.gateway.output;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The register of outputs. Nothing leaves it. */
public interface OutputLedger {
  /** Takes a new one in, in the caller's transaction or shared commit. */
  void add(Output output);

  Optional<Output> find(UUID id);

  /** The output, locked until the transaction ends. */
  Optional<Output> lock(UUID id);

  void save(Output output);

  /** The newest first. */
  List<Output> find(Query query);

  /** When this physician last decided about any output. */
  Optional<Instant> lastJudgement(String physicianRef);

  /** Notes that the text was shown to this physician. */
  void shown(UUID id, String physicianRef, Instant at);

  /** When it was first shown to this physician. */
  Optional<Instant> firstShown(UUID id, String physicianRef);

  /**
   * Writes down that a decision came faster than a human reads, in the caller's transaction. It
   * stays when the same physician decides again.
   */
  void wasHasty(Haste haste);

  /**
   * The physicians with hasty decisions, those with the most of them first.
   *
   * @param since not older
   * @param until older
   * @param limit at most so many
   */
  List<Pace> paces(Instant since, Instant until, int limit);

  /**
   * A decision that came faster than a human reads.
   *
   * @param version of the output after it
   */
  record Haste(UUID output, long version, Decision decision, Judgement by, String application) {
    /** What was decided. */
    public enum Decision {
      CONFIRMED,
      EDITED,
      REJECTED
    }
  }

  /**
   * How one physician decided in a time.
   *
   * @param confirmed hasty confirmations; edited and rejected likewise
   * @param outputs how many outputs bear this physician's word from that time, hasty or not
   * @param shortest the least time that one of the hasty ones took
   * @param last when the last of them was
   */
  record Pace(
      String physicianRef,
      long confirmed,
      long edited,
      long rejected,
      long outputs,
      Duration shortest,
      Instant last) {}

  /**
   * Which outputs are looked for; null means any.
   *
   * @param userRef who used the application
   * @param hasty only those that were decided faster than a human reads
   * @param registeredBefore only those that are older
   * @param before only those registered before this one
   * @param limit at most so many
   */
  record Query(
      OutputState.@Nullable OutputStateName state,
      @Nullable String application,
      @Nullable String userRef,
      boolean hasty,
      @Nullable Instant registeredBefore,
      @Nullable UUID before,
      int limit) {}
}
