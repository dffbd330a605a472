package gatehouse.incident.incident.events;

import gatehouse.incident.duty.Act;
import gatehouse.incident.incident.Category;
import gatehouse.incident.incident.Incident;
import gatehouse.incident.incident.IncidentEvent;
import gatehouse.incident.incident.IncidentEvents;
import gatehouse.incident.incident.IncidentState;
import gatehouse.incident.incident.Level;
import gatehouse.incident.incident.ReportedFacts;
import gatehouse.journal.Actor;
import gatehouse.journal.Actors;
import gatehouse.journal.Entry;
import gatehouse.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells levels, categories and states; never the narrative, the patient or the reporter. */
@ApplicationScoped
class JournalIncidentEvents implements IncidentEvents {
  private static final String TOPIC = "incident.incident.v1";

  private final Journal journal;
  private final Actors actors;

  JournalIncidentEvents(Journal journal, Actors actors) {
    this.journal = journal;
    this.actors = actors;
  }

  /** {@code gatehouse.incident.incident.reported.v1} and {@code …drafted.v1}. */
  record ReportedData(
      UUID incidentId,
      Level level,
      Category category,
      @Nullable String application,
      @Nullable String productDigest,
      ReportedFacts.Detection detectedBy,
      Instant discoveredAt,
      Instant dueAt) {}

  /** Any other of {@code gatehouse.incident.incident.….v1}. */
  record ChangedData(
      UUID incidentId, IncidentState.IncidentStateName state, Level level, Category category) {}

  /** {@code …merged.v1}. */
  record MergedData(UUID incidentId, UUID into) {}

  /** {@code …level-raised.v1}, {@code …level-lowered.v1}, {@code …lowering-proposed.v1}. */
  record LevelData(UUID incidentId, Level from, Level to) {}

  @Override
  public void append(IncidentEvent event, Act act) {
    Incident incident = event.incident();
    Actor actor = new Actor(act.role(), actors.idHash(act.by().subject()));
    journal.append(
        Entry.of(
                "gatehouse.incident.incident." + name(event) + ".v1",
                incident.id().value().toString())
            .topic(TOPIC)
            .version(incident.version())
            .clauses(clauses(incident))
            .data(data(event))
            .by(actor)
            .occurredAt(act.at())
            .build());
  }

  private static String[] clauses(Incident incident) {
    return switch (incident.category()) {
      case LOGIC_FALLACY -> new String[] {"G-46", "G-47"};
      case HALLUCINATION -> new String[] {"G-46", "G-48"};
      case PROCESS_INTERRUPTION -> new String[] {"G-46", "G-49"};
      case JOURNAL_BREAK -> new String[] {"G-46", "E-11"};
      case DATA_LEAK, WRONG_RESULT, BIAS, DELAY, MISUSE, OTHER -> new String[] {"G-46"};
    };
  }

  private static String name(IncidentEvent event) {
    return switch (event) {
      case IncidentEvent.Drafted _ -> "drafted";
      case IncidentEvent.Reported _ -> "reported";
      case IncidentEvent.Triaged _ -> "triaged";
      case IncidentEvent.Merged _ -> "merged";
      case IncidentEvent.LevelRaised _ -> "level-raised";
      case IncidentEvent.LoweringProposed _ -> "lowering-proposed";
      case IncidentEvent.LevelLowered _ -> "level-lowered";
      case IncidentEvent.InvestigationStarted _ -> "investigation-started";
      case IncidentEvent.CorrectionPlanned _ -> "correction-planned";
      case IncidentEvent.CorrectionVerified _ -> "correction-verified";
      case IncidentEvent.Closed _ -> "closed";
      case IncidentEvent.Reopened _ -> "reopened";
    };
  }

  private static Object data(IncidentEvent event) {
    Incident incident = event.incident();
    UUID id = incident.id().value();
    return switch (event) {
      case IncidentEvent.Drafted _, IncidentEvent.Reported _ -> reported(incident);
      case IncidentEvent.Merged _ -> new MergedData(id, into(incident));
      case IncidentEvent.LevelRaised(Incident _, Level from) ->
          new LevelData(id, from, incident.level());
      case IncidentEvent.LevelLowered(Incident _, Level from) ->
          new LevelData(id, from, incident.level());
      case IncidentEvent.LoweringProposed(Incident _, Level to) ->
          new LevelData(id, incident.level(), to);
      case IncidentEvent.Triaged _,
          IncidentEvent.InvestigationStarted _,
          IncidentEvent.CorrectionPlanned _,
          IncidentEvent.CorrectionVerified _,
          IncidentEvent.Closed _,
          IncidentEvent.Reopened _ ->
          new ChangedData(id, incident.state().name(), incident.level(), incident.category());
    };
  }

  private static ReportedData reported(Incident incident) {
    ReportedFacts facts = incident.facts();
    return new ReportedData(
        incident.id().value(),
        incident.level(),
        incident.category(),
        facts.application(),
        facts.productDigest(),
        facts.detectedBy(),
        facts.discoveredAt(),
        incident.dueAt());
  }

  private static UUID into(Incident incident) {
    if (incident.state() instanceof IncidentState.Merged merged) {
      return merged.into();
    }
    throw new IllegalStateException("a merge event tells of an incident that is not merged");
  }
}
