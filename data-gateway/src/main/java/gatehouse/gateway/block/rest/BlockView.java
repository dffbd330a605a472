package gatehouse.gateway.block.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import gatehouse.gateway.block.Block;
import gatehouse.gateway.block.Blocks;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A block as the security team sees it.
 *
 * @param client the source that sent the call
 * @param state what the desk made of it, {@code NEW} until somebody triages it
 * @param destinationClass LOCAL, PRIVATE or PUBLIC
 * @param findingCounts how often each type was found
 * @param places masked positions: where and what kind, never the text
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BlockView(
    String blockId,
    String at,
    String reason,
    String application,
    @Nullable String deployment,
    @Nullable String destinationClass,
    String client,
    String role,
    Blocks.DeskState state,
    Map<String, Integer> findingCounts,
    List<PlaceView> places) {

  /** Where something was found; start and length in characters, start -1 where it has none. */
  record PlaceView(String path, String type, int start, int length) {}

  static BlockView of(Blocks.Seen seen) {
    Block block = seen.block();
    return new BlockView(
        block.id().toString(),
        block.at().toString(),
        block.reason(),
        block.application(),
        block.deployment(),
        block.zone(),
        block.client(),
        block.role(),
        seen.state(),
        block.counts(),
        block.places().stream()
            .map(p -> new PlaceView(p.path(), p.type(), p.start(), p.length()))
            .toList());
  }
}
