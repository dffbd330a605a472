package gatehouse.gateway.block.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import gatehouse.gateway.block.Block;
import gatehouse.gateway.block.BlockEvents;
import gatehouse.gateway.permit.Caller;
import gatehouse.journal.Actor;
import gatehouse.journal.Actors;
import gatehouse.journal.Entry;
import gatehouse.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
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

  private final Journal journal;
  private final Actors actors;

  JournalBlocks(Journal journal, Actors actors) {
    this.journal = journal;
    this.actors = actors;
  }

  @Override
  public void blocked(Block block, Caller caller, List<String> clauses) {
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
}
