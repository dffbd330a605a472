package gatehouse.gateway.permit;

import gatehouse.clauses.Clause;
import gatehouse.gateway.minimum.FieldPolicy;
import gatehouse.gateway.permit.PermitDecision.Denied;
import gatehouse.gateway.permit.PermitDecision.Permitted;
import gatehouse.gateway.permit.Refusal.Code;
import gatehouse.gateway.standing.ApplicationFacts;
import gatehouse.gateway.standing.ApplicationFacts.PatientData;
import gatehouse.gateway.standing.ConsentAnswer;
import gatehouse.gateway.standing.ConsentQuestion;
import gatehouse.gateway.standing.ManualRoute;
import gatehouse.gateway.standing.OwnerAnswer;
import gatehouse.gateway.standing.OwnerAnswer.Answered;
import gatehouse.gateway.standing.OwnerAnswer.Missing;
import gatehouse.gateway.standing.OwnerAnswer.Owner;
import gatehouse.gateway.standing.OwnerAnswer.UnknownApplication;
import gatehouse.gateway.standing.Standing;
import gatehouse.gateway.standing.StandingQuestion;
import gatehouse.gateway.standing.StopCopy;
import gatehouse.gateway.standing.StopOrder;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers the five questions in their order. Every failure of STOP, ADMISSION and TRAINING is told;
 * CONSENT is asked only when all three pass, so that a product that is not admitted never learns
 * who refused. DATA that can be judged without the payload is judged here.
 */
@ApplicationScoped
@Clause({"E-20", "G-02", "G-37", "G-51"})
public class EvaluatePermit {
  private static final String LABEL = "LABEL";
  private static final String CONFIRM = "CONFIRM_BEFORE_RECORD";

  private final AskOwners owners;
  private final StopCopy copy;
  private final RunningPermits running;
  private final FieldPolicy fields;
  private final Condition condition;

  public EvaluatePermit(
      AskOwners owners,
      StopCopy copy,
      RunningPermits running,
      FieldPolicy fields,
      Condition condition) {
    this.owners = owners;
    this.copy = copy;
    this.running = running;
    this.fields = fields;
    this.condition = condition;
  }

  /** What else must hold as long as an application acts, such as somebody who watches it. */
  public interface Condition {
    /**
     * Every reason against it now, for an application that is concerned; empty if there is none.
     */
    List<Refusal> objections(PermitQuestion question);

    /**
     * What a permit of this application asks of its holder besides; empty if it is not concerned.
     */
    List<String> obligations(ApplicationFacts application);

    /** What counts when nobody can tell whether it still holds. */
    Refusal inDoubt();
  }

  /** Decides and records nothing. Whoever is given a permit closes its life. */
  public PermitDecision evaluate(PermitQuestion question) {
    RunningPermits.Running life = running.begin(question);
    boolean permitted = false;
    AskOwners.Round round = owners.begin();
    try {
      PermitDecision decision = decide(question, round, life);
      permitted = decision instanceof Permitted;
      return decision;
    } finally {
      round.end();
      if (!permitted) {
        life.close();
      }
    }
  }

  private PermitDecision decide(
      PermitQuestion question, AskOwners.Round round, RunningPermits.Running life) {
    OwnerAnswer<Standing> standing = round.standing(standingQuestion(question));
    ApplicationFacts facts =
        standing instanceof Answered<Standing>(Standing answer) ? answer.application() : null;
    List<StopOrder> covering = copy.covering(question.application(), facts);

    SequencedSet<Refusal> reasons = new LinkedHashSet<>();
    if (!covering.isEmpty()) {
      reasons.add(Refusal.of(Code.STOPPED));
    }
    if (!owners.hears(Owner.INCIDENT)) {
      reasons.add(Refusal.silence(OwnerAnswer.Cause.UNREACHABLE));
    }
    reasons.addAll(admissionAndTraining(standing));
    if (question.user() == null
        && (reasons.removeIf(EvaluatePermit::isUntrained) || question.subject() != null)) {
      // Nobody answers for it, and nobody can tell whether training and assessments allow it.
      reasons.add(Refusal.of(Code.USER_REQUIRED));
    }
    if (facts == null || !reasons.isEmpty()) {
      return denied(facts, reasons, covering);
    }
    life.of(facts);
    return switch (withPatient(question, facts, round, life)) {
      case Permitted _
          when fields.exceeds(question.purpose(), question.categories(), question.fields()) ->
          denied(facts, List.of(Refusal.of(Code.NOT_MINIMAL)), List.of());
      case Permitted permitted -> underCondition(question, permitted, life);
      case Denied denied -> denied;
    };
  }

  /** Of nobody it says only that nobody was named. */
  private static boolean isUntrained(Refusal reason) {
    return reason.code().equals("NOT_TRAINED");
  }

  private PermitDecision underCondition(
      PermitQuestion question, Permitted permitted, RunningPermits.Running life) {
    ApplicationFacts facts = permitted.application();
    List<String> more = condition.obligations(facts);
    if (!more.isEmpty()) {
      List<Refusal> objections = condition.objections(question);
      if (!objections.isEmpty()) {
        return new Denied(facts, objections, more, null, facts.manualRoute());
      }
      life.dependsOnCondition();
    }
    return life.ending()
        .<PermitDecision>map(ended -> denied(facts, List.of(ended), List.of()))
        .orElse(
            new Permitted(
                facts,
                Stream.concat(permitted.obligations().stream(), more.stream()).toList(),
                permitted.consentId(),
                life));
  }

  private static List<Refusal> admissionAndTraining(OwnerAnswer<Standing> standing) {
    return switch (standing) {
      case Answered<Standing>(Standing answer) -> {
        List<Refusal> reasons = new ArrayList<>();
        if (!answer.admission().passed()) {
          reasons.addAll(Refusal.of(answer.admission().reasons()));
        }
        if (!answer.training().passed()) {
          reasons.addAll(Refusal.of(answer.training().reasons()));
        }
        yield reasons;
      }
      case UnknownApplication<Standing> _ -> List.of(Refusal.of(Code.APPLICATION_UNKNOWN));
      case Missing<Standing> missing -> List.of(Refusal.silence(missing.cause()));
    };
  }

  private PermitDecision withPatient(
      PermitQuestion question, ApplicationFacts facts, AskOwners.Round round, PermitLife life) {
    if (question.subject() == null) {
      return facts.patientData() == PatientData.NONE
          ? new Permitted(facts, List.of(LABEL, CONFIRM), null, life)
          : denied(facts, List.of(Refusal.of(Code.PATIENT_REQUIRED)), List.of());
    }
    ConsentQuestion asked =
        new ConsentQuestion(
            facts.code(),
            facts.tier(),
            question.subject(),
            question.encounter(),
            question.purpose(),
            question.categories());
    return switch (round.consent(asked)) {
      case Answered<ConsentAnswer>(ConsentAnswer answer) -> consented(facts, answer, life);
      case UnknownApplication<ConsentAnswer> _ ->
          denied(facts, List.of(Refusal.of(Code.APPLICATION_UNKNOWN)), List.of());
      case Missing<ConsentAnswer> missing ->
          denied(facts, List.of(Refusal.silence(missing.cause())), List.of());
    };
  }

  private static PermitDecision consented(
      ApplicationFacts facts, ConsentAnswer answer, PermitLife life) {
    return switch (answer.decision()) {
      case PERMIT ->
          new Permitted(
              facts,
              Stream.concat(Stream.of(LABEL, CONFIRM), answer.obligations().stream())
                  .distinct()
                  .toList(),
              answer.consentId(),
              life);
      case NOTICE_REQUIRED, CONSENT_REQUIRED, RECONSENT_REQUIRED, DENY ->
          new Denied(
              facts,
              answer.reasons().isEmpty()
                  ? List.of(Refusal.of(Code.OWNER_UNREADABLE))
                  : Refusal.of(answer.reasons()),
              answer.obligations(),
              answer.patientText(),
              facts.manualRoute());
    };
  }

  private static Denied denied(
      @Nullable ApplicationFacts facts, Collection<Refusal> reasons, List<StopOrder> covering) {
    ManualRoute route =
        covering.stream()
            .map(StopOrder::manualRoute)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(facts == null ? null : facts.manualRoute());
    return new Denied(facts, List.copyOf(reasons), List.of(), null, route);
  }

  private static StandingQuestion standingQuestion(PermitQuestion question) {
    return new StandingQuestion(
        question.application(), question.productDigest(), question.user(), question.place());
  }
}
