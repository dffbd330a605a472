package gatehouse.gateway.block.rest;

import gatehouse.gateway.block.Block;
import gatehouse.gateway.block.Blocks;
import gatehouse.gateway.block.FindBlocks;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The security desk's view of what was held back. */
@Path("/v1/blocks")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class BlocksResource {
  private final FindBlocks findBlocks;
  private final BlockStream stream;

  BlocksResource(FindBlocks findBlocks, BlockStream stream) {
    this.findBlocks = findBlocks;
    this.stream = stream;
  }

  /** One page of blocks, the newest first; the next page begins with {@code before=next}. */
  record Page(List<BlockView> blocks, @Nullable String next) {}

  @GET
  @RolesAllowed("SECURITY_ANALYST")
  @Operation(summary = "Blocks, the newest first")
  public Page list(
      @QueryParam("application") @Size(max = 64) @Nullable String application,
      @QueryParam("reason") @Pattern(regexp = "[A-Z_]{1,40}") @Nullable String reason,
      @QueryParam("since") @Nullable Instant since,
      @QueryParam("before") @Nullable UUID before,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
    List<Block> found =
        findBlocks.find(new Blocks.Query(application, reason, since, before, limit));
    return new Page(
        found.stream().map(BlockView::of).toList(),
        found.size() < limit ? null : found.getLast().id().toString());
  }

  /** Every block from now on, as server-sent events, until the caller goes. */
  @GET
  @Path("/stream")
  @RolesAllowed("SECURITY_ANALYST")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(summary = "Blocks as they happen (server-sent events)")
  public Response live() {
    StreamingOutput body = stream::follow;
    return Response.ok(body, MediaType.SERVER_SENT_EVENTS_TYPE)
        .header("Cache-Control", "no-store")
        .header("X-Accel-Buffering", "no")
        .build();
  }
}
