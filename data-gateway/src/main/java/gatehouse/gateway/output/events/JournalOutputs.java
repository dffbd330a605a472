package gatehouse.gateway.output.events;

import gatehouse.clauses.Clause;
import gatehouse.gateway.output.OutputRecord;
import gatehouse.gateway.output.Outputs;
import gatehouse.journal.Actor;
import gatehouse.journal.Actors;
import gatehouse.journal.Entry;
import gatehouse.journal.Journal;
import gatehouse.pseudonym.Pseudonyms;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
@Clause("G-32")
class JournalOutputs implements Outputs {
  private static final String TYPE = "gatehouse.gateway.output.registered.v1";
  private static final String TOPIC = "gateway.output.v1";
  private static final String PENDING = "PENDING";

  private final Journal journal;
  private final Actors actors;
  private final Pseudonyms pseudonyms;

  JournalOutputs(Journal journal, Actors actors, Pseudonyms pseudonyms) {
    this.journal = journal;
    this.actors = actors;
    this.pseudonyms = pseudonyms;
  }

  @Override
  public void register(OutputRecord output) {
    journal.record(
        Entry.of(TYPE, output.id().toString())
            .by(new Actor(output.caller().role(), actors.idHash(output.caller().subject())))
            .clauses("G-32")
            .data(data(output))
            .topic(TOPIC)
            .version(1)
            .build());
  }

  private OutputRegistered data(OutputRecord output) {
    return new OutputRegistered(
        output.id().toString(),
        output.permitId().toString(),
        PENDING,
        output.application(),
        output.productDigest(),
        output.subject() == null ? null : output.subject().value(),
        reference("encounter", output.encounter()),
        reference("user", output.user()),
        output.deployment(),
        output.contentDigest(),
        output.characters(),
        output.complete());
  }

  private @Nullable String reference(String issuer, @Nullable String id) {
    return id == null ? null : pseudonyms.of(issuer, id).value();
  }
}
