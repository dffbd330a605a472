package gatehouse.admission.changeclass;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.admission.application.ApplicationId;
import gatehouse.admission.evidence.Threshold;
import gatehouse.admission.panel.Choice;
import gatehouse.admission.panel.Seat;
import gatehouse.admission.panel.SeatReview;
import gatehouse.admission.person.Person;
import gatehouse.admission.person.Role;
import gatehouse.admission.refusal.Outcome;
import gatehouse.admission.refusal.Refusal;
import gatehouse.admission.tiering.Answer;
import gatehouse.admission.tiering.Facts;
import gatehouse.clauses.Clause;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ControlPlanTest {
  private static final Instant CONFIRMED = Instant.parse("2026-01-10T08:00:00Z");
  private static final Instant LATER = CONFIRMED.plusSeconds(1);
  private static final Map<String, BigDecimal> GOOD = Map.of("agreement", new BigDecimal("0.95"));
  private static final Facts RETRAINED =
      Facts.of(Map.of("retrained", Answer.YES, "inputsChanged", Answer.NO));

  private static ControlPlan draft() {
    return ControlPlan.drafted(
        new PlanId(new UUID(1, 1)),
        new ApplicationId(new UUID(2, 2)),
        "reader",
        new ControlPlan.Content(
            new TreeSet<>(Set.of("retrained")),
            List.of(new Threshold("agreement", Threshold.Bound.AT_LEAST, new BigDecimal("0.90")))),
        "zhao");
  }

  private static Outcome<ControlPlan> word(
      ControlPlan plan, Seat seat, String subject, Choice choice) {
    Person person = new Person(subject, Set.of(Role.values()), null, null);
    return plan.reviewed(new SeatReview.Word(seat, subject, choice, "见附件", CONFIRMED), person);
  }

  private static ControlPlan confirmed() {
    return done(
        word(
            done(word(draft(), Seat.MED_ENGINEERING, "zhang", Choice.APPROVE)),
            Seat.INFO_CENTRE,
            "chen",
            Choice.APPROVE));
  }

  private static ControlPlan done(Outcome<ControlPlan> outcome) {
    return switch (outcome) {
      case Outcome.Done<ControlPlan> done -> done.value();
      case Outcome.Refused<ControlPlan> refused -> throw new AssertionError(refused.reasons());
    };
  }

  @Test
  @Clause("G-02")
  void coversWhatItForesawAndMeasured() {
    assertThat(confirmed().covers(RETRAINED, GOOD, LATER)).isTrue();
  }

  @Test
  @Clause("G-02")
  void coversNothingBeforeBothSeatsConfirmed() {
    ControlPlan half = done(word(draft(), Seat.MED_ENGINEERING, "zhang", Choice.APPROVE));

    assertThat(draft().covers(RETRAINED, GOOD, LATER)).isFalse();
    assertThat(half.covers(RETRAINED, GOOD, LATER)).isFalse();
  }

  @Test
  @Clause("G-02")
  void coversNothingElse() {
    ControlPlan plan = confirmed();
    Facts more = Facts.of(Map.of("retrained", Answer.YES, "inputsChanged", Answer.YES));
    Facts unsure = Facts.of(Map.of("retrained", Answer.YES, "inputsChanged", Answer.UNKNOWN));

    assertThat(plan.covers(more, GOOD, LATER)).isFalse();
    assertThat(plan.covers(unsure, GOOD, LATER)).isFalse();
    assertThat(plan.covers(RETRAINED, Map.of(), LATER)).isFalse();
    assertThat(plan.covers(RETRAINED, Map.of("agreement", new BigDecimal("0.89")), LATER))
        .isFalse();
    assertThat(plan.covers(RETRAINED, GOOD, CONFIRMED)).isFalse();
  }

  @Test
  @Clause("G-02")
  void twoPersonsConfirmAndNotTheRequester() {
    ControlPlan half = done(word(draft(), Seat.MED_ENGINEERING, "zhang", Choice.APPROVE));

    assertThat(word(half, Seat.INFO_CENTRE, "zhang", Choice.APPROVE))
        .isEqualTo(Outcome.refused(Refusal.ONE_PERSON_TWO_SEATS));
    assertThat(word(half, Seat.INFO_CENTRE, "zhao", Choice.APPROVE))
        .isEqualTo(Outcome.refused(Refusal.SIGNER_IS_REQUESTER));
    assertThat(word(half, Seat.LEGAL, "liu", Choice.APPROVE))
        .isEqualTo(Outcome.refused(Refusal.SEAT_NOT_ASKED));
  }

  @Test
  @Clause("G-02")
  void aRejectionIsFinal() {
    ControlPlan rejected = done(word(draft(), Seat.INFO_CENTRE, "chen", Choice.REJECT));

    assertThat(rejected.phase()).isEqualTo(ControlPlan.Phase.REJECTED);
    assertThat(word(rejected, Seat.MED_ENGINEERING, "zhang", Choice.APPROVE))
        .isEqualTo(Outcome.refused(Refusal.WRONG_STATE));
  }
}
