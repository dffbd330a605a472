package gatehouse.admission.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.admission.panel.Ballot;
import gatehouse.admission.panel.Choice;
import gatehouse.admission.panel.Round;
import gatehouse.admission.panel.Seat;
import gatehouse.admission.pilot.Pilot;
import gatehouse.admission.refusal.Outcome;
import gatehouse.clauses.Clause;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The invariants of domain.md 1.3 over thousands of random walks, each reproducible by its seed.
 */
class AdmissionCaseInvariantsTest {
  private static final int WALKS = 600;
  private static final int STEPS = 120;

  /** Walks and hands each change, with the case before it, to the check. */
  private static void walk(BiConsumer<AdmissionCase, CaseChange> check) {
    LongStream.range(0, WALKS).forEach(seed -> walk(seed, check));
  }

  private static void walk(long seed, BiConsumer<AdmissionCase, CaseChange> check) {
    CaseWalk walk = new CaseWalk(seed, new HashSet<>());
    for (int step = 0; step < STEPS; step++) {
      AdmissionCase before = walk.present;
      if (walk.step() instanceof Outcome.Done<CaseChange> done) {
        check.accept(before, done.value());
        walk.follow(done.value());
      }
    }
  }

  private static Optional<Round> passedRound(CaseChange change) {
    return change.events().stream()
        .filter(CaseEvent.RoundPassed.class::isInstance)
        .map(event -> ((CaseEvent.RoundPassed) event).round())
        .findFirst();
  }

  @Test
  @Clause({"G-22", "E-64"})
  void fivePersonsWithoutConflictPassARound() {
    walk((before, change) ->
        passedRound(change)
            .ifPresent(round -> {
              List<String> voters = round.ballots().values().stream().map(Ballot::voter).toList();
              assertThat(round.ballots()).containsOnlyKeys(Seat.values());
              Set<String> conflicted = Set.copyOf(before.panel().conflicted());
              assertThat(voters)
                  .doesNotHaveDuplicates()
                  .doesNotContain(CaseWalk.REQUESTER)
                  .noneMatch(conflicted::contains);
            }));
  }

  @Test
  @Clause("G-23")
  void nothingLeadsOutOfAVeto() {
    walk((before, _) -> assertThat(before.state()).isNotInstanceOf(CaseState.Vetoed.class));
  }

  @Test
  @Clause("G-23")
  void everyRejectionThatCountsVetoes() {
    walk((_, change) ->
        change
            .admissionCase()
            .rounds()
            .current()
            .ifPresent(round ->
                assertThat(round.ballots().values())
                    .extracting(Ballot::choice)
                    .allMatch(choice -> choice == Choice.APPROVE)));
  }

  @Test
  @Clause("G-24")
  void allBallotsOfAPassedRoundCarryThePresentBundle() {
    walk((before, change) ->
        passedRound(change)
            .ifPresent(round -> {
              Proposal proposal =
                  before.state() instanceof CaseState.Voting voting ? voting.proposal() : null;
              assertThat(round.ballots().values())
                  .extracting(Ballot::bundleHash)
                  .containsOnly(before.bundle().hash(before.subject(), proposal));
            }));
  }

  @Test
  @Clause("G-25")
  void admittedOnlyAfterAPassedPilotOfTheSameVersion() {
    walk((_, change) -> {
      AdmissionCase after = change.admissionCase();
      if (after.state() instanceof CaseState.Admitted) {
        Pilot pilot = java.util.Objects.requireNonNull(after.bundle().pilot());
        assertThat(pilot.phase()).isEqualTo(Pilot.PilotPhase.PASSED);
        assertThat(pilot.plan().digest()).isEqualTo(after.subject().digest());
      }
    });
  }

  @Test
  @Clause("G-25")
  void pilotsNeverRunBeyondTheirCap() {
    walk((_, change) -> {
      Pilot pilot = change.admissionCase().bundle().pilot();
      assertThat(pilot == null ? 0 : pilot.used()).isLessThanOrEqualTo(CaseWalk.CAP);
    });
  }

  @Test
  @Clause({"G-01", "G-13", "G-18", "G-21"})
  void noRoundOpensOnABundleWithAGap() {
    walk((before, change) -> {
      if (change.events().stream().anyMatch(CaseEvent.RoundOpened.class::isInstance)) {
        assertThat(before.gapsOn(CaseWalk.TODAY)).isEmpty();
      }
    });
  }

  @Test
  @Clause("G-23")
  void vetoedBundleNeverReachesAnotherRound() {
    Set<String> vetoed = new HashSet<>();
    for (long seed = 0; seed < WALKS; seed++) {
      CaseWalk walk = new CaseWalk(seed, vetoed);
      for (int step = 0; step < STEPS; step++) {
        if (walk.step() instanceof Outcome.Done<CaseChange> done) {
          AdmissionCase after = done.value().admissionCase();
          if (done.value().events().stream().anyMatch(CaseEvent.RoundOpened.class::isInstance)) {
            assertThat(vetoed).doesNotContain(after.bundle().hash(after.subject(), null));
          }
          walk.follow(done.value());
        }
      }
    }
    assertThat(vetoed).isNotEmpty();
  }

  @Test
  void everyStepIsInTheTableAndEveryRowIsWalked() {
    Set<String> walked = new HashSet<>();
    walk((before, change) -> {
      Class<?> from = before.state().getClass();
      Class<?> to = change.admissionCase().state().getClass();
      if (!from.equals(to)) {
        walked.add(from.getSimpleName() + " --> " + to.getSimpleName());
      }
    });

    assertThat(walked)
        .containsExactlyInAnyOrderElementsOf(
            CaseTransition.ALL.stream()
                .map(row -> row.from().getSimpleName() + " --> " + row.to().getSimpleName())
                .distinct()
                .toList());
  }

  @Test
  void readmeShowsTheTable() throws java.io.IOException {
    assertThat(Files.readString(Path.of("README.md"))).contains(CaseTransition.diagram());
  }
}
