package gatehouse.incident.incident;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.incident.MemoryHospital;
import gatehouse.incident.duty.Act;
import gatehouse.incident.incident.FollowUpIncident.Step;
import gatehouse.incident.incident.IncidentResult.Done;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class IncidentTest {
  private final MemoryHospital hospital = new MemoryHospital();
  private final GradeIncident grade =
      new GradeIncident(hospital.incidents, (event, _) -> hospital.events.add(event));
  private final TriageIncident triage =
      new TriageIncident(hospital.incidents, (event, _) -> hospital.events.add(event));
  private final FollowUpIncident followUp =
      new FollowUpIncident(hospital.incidents, (event, _) -> hospital.events.add(event));

  private final Act officer = hospital.act("officer", "QUALITY_OFFICER");
  private final Act affairs = hospital.act("feng", "MEDICAL_AFFAIRS");

  @Test
  @Clause({"G-46", "G-47", "G-48", "G-49"})
  void noReportIsRefusedForLackOfHarm() {
    for (Category category : Category.values()) {
      for (Level level : Level.values()) {
        report(category, level);
      }
    }

    assertThat(hospital.incidents.latest(List.of(), null, 1000))
        .hasSize(Category.values().length * Level.values().length);
  }

  @Test
  void levelIsRaisedByOnePersonAtOnce() {
    Incident.Id id = report(Category.HALLUCINATION, Level.IV).id();

    grade.grade(id, Level.II, officer);

    assertThat(read(id).level()).isEqualTo(Level.II);
    assertThat(read(id).facts().level()).isEqualTo(Level.IV);
  }

  @Test
  void levelIsLoweredByTwoPersonsOnly() {
    Incident.Id id = report(Category.HALLUCINATION, Level.II).id();

    grade.grade(id, Level.IV, officer);
    assertThat(grade.grade(id, Level.IV, officer))
        .isEqualTo(new IncidentResult.SecondPersonNeeded());
    assertThat(read(id).level()).isEqualTo(Level.II);

    grade.grade(id, Level.IV, affairs);
    assertThat(read(id).level()).isEqualTo(Level.IV);
  }

  @Test
  void twoWishesForDifferentLevelsLowerNothing() {
    Incident.Id id = report(Category.HALLUCINATION, Level.I).id();

    grade.grade(id, Level.IV, officer);
    grade.grade(id, Level.III, affairs);

    assertThat(read(id).level()).isEqualTo(Level.I);
  }

  @Test
  void raisingEndsTheWishToLower() {
    Incident.Id id = report(Category.HALLUCINATION, Level.II).id();

    grade.grade(id, Level.III, officer);
    grade.grade(id, Level.I, affairs);
    grade.grade(id, Level.III, affairs);

    assertThat(read(id).level()).isEqualTo(Level.I);
  }

  @Test
  void incidentIsFollowedToItsLearningNoteAndReopened() {
    Incident.Id id = report(Category.WRONG_RESULT, Level.III).id();

    triage.triage(id, Category.BIAS, officer);
    for (Step step : List.of(Step.INVESTIGATE, Step.CORRECT, Step.VERIFY, Step.CLOSE)) {
      assertThat(followUp.follow(id, step, "text", officer)).isInstanceOf(Done.class);
    }
    assertThat(read(id).state()).isEqualTo(new IncidentState.Closed("text"));
    assertThat(read(id).category()).isEqualTo(Category.BIAS);

    followUp.follow(id, Step.REOPEN, "seen again", officer);
    assertThat(triage.triage(id, null, officer)).isInstanceOf(Done.class);
  }

  @Test
  void stepOutOfTurnChangesNothing() {
    Incident.Id id = report(Category.WRONG_RESULT, Level.III).id();
    Incident before = read(id);

    for (Step step : Step.values()) {
      assertThat(followUp.follow(id, step, "text", officer))
          .isEqualTo(new IncidentResult.WrongState(IncidentState.IncidentStateName.REPORTED));
    }
    assertThat(read(id)).isEqualTo(before);
  }

  @Test
  @Clause("G-46")
  void duplicateStaysAndCounts() {
    Incident.Id first = report(Category.DELAY, Level.IV).id();
    Incident.Id again = report(Category.DELAY, Level.IV).id();
    triage.triage(again, null, officer);

    assertThat(triage.merge(again, again, officer)).isEqualTo(new IncidentResult.NoSuchOriginal());
    assertThat(triage.merge(again, first, officer)).isInstanceOf(Done.class);
    assertThat(hospital.incidents.latest(List.of(), null, 10)).hasSize(2);
  }

  @Test
  void deadlineCountsFromDiscoveryAndLateReportsAreTaken() {
    Act late = hospital.act("zhou", "NURSE");
    Incident incident =
        hospital.reportIncident.report(
            facts(Category.DELAY, Level.II, hospital.now.minus(Duration.ofDays(2))), late);

    assertThat(incident.dueAt()).isEqualTo(hospital.now.minus(Duration.ofDays(1)));
    assertThat(incident.isLate()).isTrue();
  }

  private Incident report(Category category, Level level) {
    return hospital.reportIncident.report(
        facts(category, level, hospital.now), hospital.act("zhou", "NURSE"));
  }

  private static ReportedFacts facts(Category category, Level level, Instant discoveredAt) {
    return new ReportedFacts(
        null,
        null,
        null,
        category,
        level,
        null,
        "what happened",
        null,
        discoveredAt,
        "zhou",
        ReportedFacts.Detection.HUMAN);
  }

  private Incident read(Incident.Id id) {
    return hospital.incidents.find(id).orElseThrow();
  }
}
