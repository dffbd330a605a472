package gatehouse.gateway.block.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import gatehouse.gateway.block.Block;
import gatehouse.gateway.block.BlockCase;
import gatehouse.gateway.block.BlockEvents;
import gatehouse.gateway.block.CaseState;
import gatehouse.gateway.block.Quarantines.Quarantine;
import gatehouse.gateway.permit.Caller;
import gatehouse.journal.Actor;
import gatehouse.journal.Actors;
import gatehouse.journal.Entry;
import gatehouse.journal.Journal;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JournalBlocks implements BlockEvents {
  private static final String TYPE = "gatehouse.gateway.block.recorded.v1";
  private static final String TOPIC = "gateway.block.v1";

  /** Data of the event. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record BlockRecorded(
      String blockId,
      String reason,
      String application,
      @Nullable String deployment,
      @Nullable String destinationClass,
      String client,
      Map<String, Integer> findingCounts,
      List<Block.Place> places) {}

  /** Data of {@code gatehouse.gateway.source.flagged.v1}. */
  record SourceFlagged(
      String client, long times, String application, String reason, String latestBlockId) {}

  /** Data of {@code gatehouse.gateway.block-case.….v1}. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CaseHandled(
      String blockId,
      CaseState.Name state,
      BlockCase.Verdict verdict,
      BlockCase.@Nullable RuleChange change) {}

  /** Data of {@code gatehouse.gateway.quarantine.….v1}. */
  record Quarantined(String client) {}

  private final Journal journal;
  private final Actors actors;
  private final MeterRegistry meters;

  JournalBlocks(Journal journal, Actors actors, MeterRegistry meters) {
    this.journal = journal;
    this.actors = actors;
    this.meters = meters;
  }

  @Override
  public void blocked(Block block, Caller caller, List<String> clauses) {
    meters.counter("gatehouse.blocks", "reason", block.reason()).increment();
    journal.append(
        Entry.of(TYPE, block.client())
            .by(new Actor(caller.role(), actors.idHash(caller.subject())))
            .clauses(clauses)
            .data(
                new BlockRecorded(
                    block.id().toString(),
                    block.reason(),
                    block.application(),
                    block.deployment(),
                    block.zone(),
                    block.client(),
                    block.counts(),
                    block.places()))
            .topic(TOPIC)
            .build());
  }

  @Override
  public void flagged(Block latest, long times, Caller caller) {
    append(
        "source.flagged",
        latest.client(),
        caller,
        new SourceFlagged(
            latest.client(), times, latest.application(), latest.reason(), latest.id().toString()));
  }

  @Override
  public void handled(BlockCase handled, Caller by) {
    append(
        "block-case." + handled.state().name().name().toLowerCase(Locale.ROOT),
        handled.block().toString(),
        by,
        new CaseHandled(
            handled.block().toString(),
            handled.state().name(),
            handled.verdict(),
            handled.state() instanceof CaseState.Released ? handled.change() : null));
  }

  @Override
  public void quarantined(Quarantine quarantine, Caller by) {
    append("quarantine.started", quarantine.client(), by, new Quarantined(quarantine.client()));
  }

  @Override
  public void quarantineEnded(Quarantine quarantine, Caller by) {
    append("quarantine.ended", quarantine.client(), by, new Quarantined(quarantine.client()));
  }

  private void append(String what, String subject, Caller by, Object data) {
    journal.append(
        Entry.of("gatehouse.gateway." + what + ".v1", subject)
            .by(new Actor(by.role(), actors.idHash(by.subject())))
            .clauses("G-44")
            .data(data)
            .topic(TOPIC)
            .build());
  }
}
