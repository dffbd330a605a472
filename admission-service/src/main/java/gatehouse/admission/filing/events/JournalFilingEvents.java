package gatehouse.admission.filing.events;

import gatehouse.admission.filing.Filing;
import gatehouse.admission.filing.FilingEvent;
import gatehouse.admission.filing.FilingEvents;
import gatehouse.admission.pilot.Pilot;
import gatehouse.journal.Actors;
import gatehouse.journal.Entry;
import gatehouse.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

@ApplicationScoped
class JournalFilingEvents implements FilingEvents {
  private static final String[] ALLOWING = {
    "SEAT_INFO_CENTRE",
    "SEAT_MED_ENGINEERING",
    "ETHICS_SECRETARY",
    "ETHICS_MEMBER",
    "SEAT_CLINICAL",
    "SEAT_LEGAL",
    "SEAT_ETHICS",
    "DEPARTMENT_APPLICANT",
    "ADMISSION_SECRETARY"
  };

  private final Journal journal;
  private final Actors actors;

  JournalFilingEvents(Journal journal, Actors actors) {
    this.journal = journal;
    this.actors = actors;
  }

  @Override
  public void happened(Filing.Change change) {
    change.events().forEach(event -> append(event, change.filing()));
  }

  private void append(FilingEvent event, Filing filing) {
    Map<String, Object> data = new LinkedHashMap<>(dataOf(event));
    data.put("application", filing.code());
    data.put("applicationId", filing.application().value());
    data.put("state", filing.state().getClass().getSimpleName());
    journal.append(
        Entry.of("gatehouse.admission.filing." + nameOf(event) + ".v1", filing.id().toString())
            .by(actors.acting(ALLOWING))
            .clauses(clausesOf(event))
            .data(data)
            .topic("admission.case.v1")
            .version(filing.revision())
            .build());
  }

  private static String nameOf(FilingEvent event) {
    return switch (event) {
      case FilingEvent.FilingOpened _ -> "opened";
      case FilingEvent.PilotStarted _ -> "pilot-started";
      case FilingEvent.PilotCaseRecorded _ -> "pilot-case-recorded";
      case FilingEvent.PilotFinished _ -> "pilot-finished";
      case FilingEvent.CheckSigned _ -> "check-signed";
      case FilingEvent.FilingRefused _ -> "refused";
      case FilingEvent.FilingDoubted _ -> "doubted";
      case FilingEvent.FilingSuperseded _ -> "superseded";
      case FilingEvent.FilingCompleted _ -> "completed";
    };
  }

  private static List<String> clausesOf(FilingEvent event) {
    return switch (event) {
      case FilingEvent.PilotStarted _,
          FilingEvent.PilotCaseRecorded _,
          FilingEvent.PilotFinished _ ->
          List.of("G-25");
      case FilingEvent.CheckSigned _,
          FilingEvent.FilingRefused _,
          FilingEvent.FilingDoubted _,
          FilingEvent.FilingSuperseded _ ->
          List.of("G-16");
      case FilingEvent.FilingOpened _, FilingEvent.FilingCompleted _ -> List.of("G-15", "G-16");
    };
  }

  private static Map<String, Object> dataOf(FilingEvent event) {
    return switch (event) {
      case FilingEvent.PilotStarted started -> pilot(started.pilot());
      case FilingEvent.PilotCaseRecorded recorded -> pilot(recorded.pilot());
      case FilingEvent.PilotFinished finished -> pilot(finished.pilot());
      case FilingEvent.CheckSigned signed ->
          Map.of("check", signed.check().kind(), "verdict", signed.check().verdict());
      case FilingEvent.FilingCompleted completed -> Map.of("number", completed.number());
      case FilingEvent.FilingOpened _,
          FilingEvent.FilingRefused _,
          FilingEvent.FilingDoubted _,
          FilingEvent.FilingSuperseded _ ->
          Map.of();
    };
  }

  private static Map<String, Object> pilot(Pilot pilot) {
    return Map.of(
        "environment", pilot.plan().environment(),
        "digest", pilot.plan().digest(),
        "cap", pilot.plan().cap(),
        "used", pilot.used(),
        "phase", pilot.phase());
  }
}
