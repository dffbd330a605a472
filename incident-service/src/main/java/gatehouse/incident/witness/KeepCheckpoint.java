package gatehouse.incident.witness;

import gatehouse.clauses.Clause;
import gatehouse.verify.note.Checkpoint;
import gatehouse.verify.note.VerifierKey;
import gatehouse.verify.tree.Proofs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Judges a checkpoint with the verifier's code, which the service that signed it does not share,
 * and keeps it whatever it is: a contradiction is evidence.
 */
@ApplicationScoped
@Clause("E-11")
public class KeepCheckpoint {
  private final KeptCheckpoints kept;
  private final WitnessEvents events;
  private final OpenBreak openBreak;
  private final Clock clock;
  private final List<VerifierKey> configured;

  KeepCheckpoint(
      KeptCheckpoints kept,
      WitnessEvents events,
      OpenBreak openBreak,
      Clock clock,
      @ConfigProperty(name = "incident.witness.keys") Optional<List<String>> keys) {
    this.kept = kept;
    this.events = events;
    this.openBreak = openBreak;
    this.clock = clock;
    this.configured = keys.orElse(List.of()).stream().map(VerifierKey::parse).toList();
  }

  /**
   * Keeps it, once however often it is told.
   *
   * @return what it is to those before it
   * @throws IllegalArgumentException if it is no checkpoint, or one of another log than it says
   */
  @Transactional
  public Standing keep(ToldCheckpoint told) {
    Checkpoint checkpoint = Checkpoint.parse(told.note());
    if (!checkpoint.origin().equals(told.origin())) {
      throw new IllegalArgumentException("the checkpoint is of another log than its event");
    }
    Standing standing = judge(told, checkpoint);
    KeptCheckpoint one =
        new KeptCheckpoint(
            told.origin(),
            checkpoint.size(),
            HexFormat.of().formatHex(checkpoint.head().root()),
            told.note(),
            standing,
            clock.instant());
    if (!kept.isKept(one)) {
      kept.add(one);
      if (standing.isAlarming()) {
        events.contradicted(one);
        openBreak.open(breakOf(one));
      }
    }
    return standing;
  }

  /** Nothing behind the last one that can be trusted is proven any more. */
  private JournalBreak breakOf(KeptCheckpoint one) {
    long trusted = kept.latestTrusted(one.origin()).map(KeptCheckpoint::size).orElse(0L);
    return new JournalBreak(one.origin(), one.standing().name(), trusted + 1);
  }

  private Standing judge(ToldCheckpoint told, Checkpoint checkpoint) {
    if (!isSigned(told, checkpoint)) {
      return Standing.FOREIGN_KEY;
    }
    Optional<KeptCheckpoint> same = kept.trusted(told.origin(), checkpoint.size());
    if (same.isPresent()) {
      return rootOf(same.get()).equals(rootOf(checkpoint))
          ? same.get().standing()
          : Standing.FORKED;
    }
    Optional<KeptCheckpoint> latest = kept.latestTrusted(told.origin());
    if (latest.isEmpty()) {
      return Standing.FIRST;
    }
    if (checkpoint.size() < latest.get().size()) {
      return Standing.SET_BACK;
    }
    Standing extended =
        kept.trusted(told.origin(), told.previous())
            .map(before -> extend(before, checkpoint, told.proof()))
            .orElse(Standing.UNPROVEN);
    // Each is told with the proof that it goes on from the one before: who goes on from an earlier
    // one has forgotten what came between.
    return extended == Standing.CONTINUES && told.previous() < latest.get().size()
        ? Standing.SET_BACK
        : extended;
  }

  /** With a configured key of that name, or else with the key that it was first signed with. */
  private boolean isSigned(ToldCheckpoint told, Checkpoint checkpoint) {
    Optional<String> pinned =
        told.verifierKey() == null
            ? Optional.empty()
            : kept.lockKey(told.origin(), told.verifierKey());
    if (!configured.isEmpty()) {
      return checkpoint.note().isSignedBy(configured);
    }
    return pinned.map(VerifierKey::parse).stream()
        .anyMatch(key -> checkpoint.note().isSignedBy(List.of(key)));
  }

  private static Standing extend(KeptCheckpoint before, Checkpoint after, List<String> proof) {
    Checkpoint first = Checkpoint.parse(before.note());
    List<byte[]> path = proof.stream().map(HexFormat.of()::parseHex).toList();
    return first.size() < after.size() && Proofs.extend(first.head(), after.head(), path)
        ? Standing.CONTINUES
        : Standing.FORKED;
  }

  private static String rootOf(KeptCheckpoint checkpoint) {
    return checkpoint.root();
  }

  private static String rootOf(Checkpoint checkpoint) {
    return HexFormat.of().formatHex(checkpoint.head().root());
  }
}
