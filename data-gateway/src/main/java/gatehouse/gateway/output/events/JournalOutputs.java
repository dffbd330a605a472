package gatehouse.gateway.output.events;

import gatehouse.gateway.output.Judgement;
import gatehouse.gateway.output.Output;
import gatehouse.gateway.output.OutputEvent;
import gatehouse.gateway.output.OutputEvents;
import gatehouse.gateway.permit.Caller;
import gatehouse.journal.Actor;
import gatehouse.journal.Actors;
import gatehouse.journal.Entry;
import gatehouse.journal.Journal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Digests, states and references; never a text, and nothing that names a person. */
@ApplicationScoped
class JournalOutputs implements OutputEvents {
  private static final String TOPIC = "gateway.output.v1";

  private final Journal journal;
  private final Actors actors;
  private final MeterRegistry meters;

  JournalOutputs(Journal journal, Actors actors, MeterRegistry meters) {
    this.journal = journal;
    this.actors = actors;
    this.meters = meters;
    for (String decision : List.of("confirmed", "edited", "rejected")) {
      hasty(decision);
    }
  }

  @Override
  public void append(OutputEvent event, Caller by) {
    append(event, new Actor(by.role(), actors.idHash(by.subject())));
  }

  @Override
  public void lost(OutputEvent.Lost event) {
    append(event, actors.service());
  }

  private void append(OutputEvent event, Actor by) {
    Output output = event.output();
    meters.counter("gatehouse.outputs", "event", name(event)).increment();
    if (isHasty(event)) {
      hasty(name(event)).increment();
    }
    Entry.Builder entry =
        Entry.of("gatehouse.gateway.output." + name(event) + ".v1", output.id().toString())
            .by(by)
            .clauses(clauses(event))
            .data(data(event))
            .version(output.version());
    // Who read what is nobody's business but the auditor's.
    journal.append(event instanceof OutputEvent.Shown ? entry.build() : entry.topic(TOPIC).build());
  }

  /** Decisions that came faster than a human reads; counted from zero. */
  private Counter hasty(String decision) {
    return meters.counter("gatehouse.outputs.hasty", "event", decision);
  }

  private static boolean isHasty(OutputEvent event) {
    return switch (event) {
      case OutputEvent.Confirmed(Output _, Judgement by) -> by.hasty();
      case OutputEvent.Edited(Output _, Judgement by) -> by.hasty();
      case OutputEvent.Rejected(Output _, Judgement.Rejection rejection) -> rejection.by().hasty();
      case OutputEvent.Registered _,
          OutputEvent.Lost _,
          OutputEvent.Shown _,
          OutputEvent.Released _ ->
          false;
    };
  }

  private static String name(OutputEvent event) {
    return switch (event) {
      case OutputEvent.Registered _ -> "registered";
      case OutputEvent.Lost _ -> "lost";
      case OutputEvent.Shown _ -> "shown";
      case OutputEvent.Confirmed _ -> "confirmed";
      case OutputEvent.Edited _ -> "edited";
      case OutputEvent.Rejected _ -> "rejected";
      case OutputEvent.Released _ -> "released";
    };
  }

  private static String[] clauses(OutputEvent event) {
    return switch (event) {
      case OutputEvent.Registered _, OutputEvent.Lost _ -> new String[] {"G-32"};
      case OutputEvent.Shown _, OutputEvent.Confirmed _, OutputEvent.Edited _ ->
          new String[] {"G-28"};
      case OutputEvent.Rejected(Output _, Judgement.Rejection rejection) ->
          switch (rejection.reason()) {
            case HALLUCINATION -> new String[] {"G-28", "G-48"};
            case LOGIC_FALLACY -> new String[] {"G-28", "G-47"};
            case WRONG_RESULT, NOT_NEEDED, WRONG_PATIENT -> new String[] {"G-28"};
          };
      case OutputEvent.Released _ -> new String[] {"G-33"};
    };
  }

  private static Object data(OutputEvent event) {
    Output output = event.output();
    return switch (event) {
      case OutputEvent.Registered _, OutputEvent.Lost _ -> OutputData.registered(output);
      case OutputEvent.Shown _ -> OutputData.changed(output, null, null);
      case OutputEvent.Confirmed(Output _, Judgement by) -> OutputData.changed(output, by, null);
      case OutputEvent.Edited(Output _, Judgement by) -> OutputData.changed(output, by, null);
      case OutputEvent.Rejected(Output _, Judgement.Rejection rejection) ->
          OutputData.changed(output, rejection.by(), rejection.reason());
      case OutputEvent.Released(Output _, Judgement by) -> OutputData.changed(output, by, null);
    };
  }
}
