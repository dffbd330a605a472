package gatehouse.admission.application.events;

import gatehouse.admission.application.Application;
import gatehouse.admission.application.ApplicationEvents;
import gatehouse.admission.application.Declaration;
import gatehouse.admission.tiering.Answer;
import gatehouse.admission.tiering.FiredRule;
import gatehouse.admission.tiering.Tier;
import gatehouse.admission.tiering.TierDecision;
import gatehouse.journal.Actors;
import gatehouse.journal.Entry;
import gatehouse.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;

@ApplicationScoped
class JournalApplicationEvents implements ApplicationEvents {
  private static final String STATUS_TOPIC = "admission.application.v1";
  private static final String CASE_TOPIC = "admission.case.v1";

  /** Whoever can change an application, the most telling role first. */
  private static final String[] ALLOWING = {
    "SEAT_CLINICAL",
    "SEAT_MED_ENGINEERING",
    "SEAT_INFO_CENTRE",
    "SEAT_LEGAL",
    "SEAT_ETHICS",
    "ETHICS_SECRETARY",
    "ETHICS_MEMBER",
    "ADMISSION_SECRETARY",
    "DEPARTMENT_APPLICANT",
    "VENDOR",
    "PHYSICIAN"
  };

  private final Journal journal;
  private final Actors actors;

  JournalApplicationEvents(Journal journal, Actors actors) {
    this.journal = journal;
    this.actors = actors;
  }

  record Registered(
      String application,
      String digest,
      String product,
      String version,
      String vendor,
      String scenario,
      String department,
      Declaration.PatientData patientData) {}

  record Tiered(
      String application,
      String rulesetVersion,
      SortedMap<String, Answer> facts,
      List<FiredRule> trace,
      Tier floor,
      Tier proposed,
      Tier tier,
      int endorsements) {}

  record AccessDeclared(String application, Declaration.Access access) {}

  @Override
  public void registered(Application application) {
    append(
        "registered",
        CASE_TOPIC,
        application,
        new Registered(
            application.identity().code(),
            application.identity().digest(),
            application.identity().product(),
            application.identity().version(),
            application.identity().vendor(),
            application.identity().scenario(),
            application.identity().department(),
            application.declaration().patientData()));
  }

  @Override
  public void accessDeclared(Application application) {
    journal.append(
        Entry.of("gatehouse.admission.application.access-declared.v1", application.id().toString())
            .by(actors.acting(ALLOWING))
            .clauses("G-14")
            .data(new AccessDeclared(application.identity().code(), access(application)))
            .version(application.revision())
            .build());
  }

  private static Declaration.Access access(Application application) {
    return Objects.requireNonNull(application.declaration().access(), "access was declared");
  }

  @Override
  public void tiered(Application application) {
    TierDecision decision = application.tiering();
    if (decision == null) {
      return;
    }
    append(
        "tiered",
        CASE_TOPIC,
        application,
        new Tiered(
            application.identity().code(),
            decision.rulesetVersion(),
            decision.facts().answers(),
            decision.trace(),
            decision.floor(),
            decision.proposed(),
            decision.tier(),
            decision.lowering().size()));
  }

  @Override
  public void statusChanged(Application application) {
    append("status-changed", STATUS_TOPIC, application, StatusChanged.of(application));
  }

  private void append(String what, String topic, Application application, Object data) {
    journal.append(
        Entry.of("gatehouse.admission.application." + what + ".v1", application.id().toString())
            .by(actors.acting(ALLOWING))
            .clauses("G-08")
            .data(data)
            .topic(topic)
            .version(application.revision())
            .build());
  }
}
