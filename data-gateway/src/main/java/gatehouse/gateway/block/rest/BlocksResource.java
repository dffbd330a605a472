package gatehouse.gateway.block.rest;

import gatehouse.gateway.block.Blocks;
import gatehouse.gateway.block.FindBlocks;
import gatehouse.web.Problems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
  private static final String SOURCE = "[A-Za-z0-9._-]{1,64}";
  private static final String ZONES = "LOCAL|PRIVATE|PUBLIC";
  private static final String REASON = "[A-Z_]{1,40}";

  private final FindBlocks findBlocks;
  private final BlockStream stream;
  private final Problems problems;

  BlocksResource(FindBlocks findBlocks, BlockStream stream, Problems problems) {
    this.findBlocks = findBlocks;
    this.stream = stream;
    this.problems = problems;
  }

  /** One page of blocks, the newest first; the next page begins with {@code before=next}. */
  record Page(List<BlockView> blocks, @Nullable String next) {}

  /**
   * Blocks, newest first; what is absent means any.
   *
   * @param source client of the blocked calls
   * @param state what the desk made of them; {@code NEW} is what nobody triaged
   * @param since not older
   * @param until older
   */
  @GET
  @RolesAllowed("SECURITY_ANALYST")
  @Operation(summary = "Blocks, the newest first")
  public Page list(
      @QueryParam("application") @Size(max = 64) @Nullable String application,
      @QueryParam("source") @Pattern(regexp = SOURCE) @Nullable String source,
      @QueryParam("destinationClass") @Pattern(regexp = ZONES) @Nullable String destinationClass,
      @QueryParam("reason") @Pattern(regexp = REASON) @Nullable String reason,
      @QueryParam("state") Blocks.@Nullable DeskState state,
      @QueryParam("since") @Nullable Instant since,
      @QueryParam("until") @Nullable Instant until,
      @QueryParam("before") @Nullable UUID before,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
    Blocks.Filter filter =
        new Blocks.Filter(application, source, destinationClass, reason, state, since, until);
    List<Blocks.Seen> found = findBlocks.newest(filter, before, limit);
    return new Page(
        found.stream().map(BlockView::of).toList(),
        found.size() < limit ? null : found.getLast().block().id().toString());
  }

  /**
   * Every block that the filter lets through, as server-sent events, until the caller goes: from
   * {@code since} on, else from now on.
   *
   * @param lastEventId id of the last block that the caller saw; what was missed is told first
   */
  @GET
  @Path("/stream")
  @RolesAllowed("SECURITY_ANALYST")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(
      summary = "Blocks as they happen (server-sent events); Last-Event-ID tells what was missed")
  public Response live(
      @QueryParam("application") @Size(max = 64) @Nullable String application,
      @QueryParam("source") @Pattern(regexp = SOURCE) @Nullable String source,
      @QueryParam("destinationClass") @Pattern(regexp = ZONES) @Nullable String destinationClass,
      @QueryParam("reason") @Pattern(regexp = REASON) @Nullable String reason,
      @QueryParam("state") Blocks.@Nullable DeskState state,
      @QueryParam("since") @Nullable Instant since,
      @QueryParam("until") @Nullable Instant until,
      @HeaderParam("Last-Event-ID") @Nullable UUID lastEventId) {
    Blocks.Filter filter =
        new Blocks.Filter(application, source, destinationClass, reason, state, since, until);
    if (lastEventId == null) {
      return streamed(out -> stream.follow(out, filter));
    }
    return findBlocks
        .recordedAt(lastEventId)
        .map(at -> streamed(out -> stream.goOn(out, filter, at)))
        .orElseGet(() -> problems.problem(BlockProblem.LAST_EVENT_UNKNOWN));
  }

  private static Response streamed(StreamingOutput body) {
    return Response.ok(body, MediaType.SERVER_SENT_EVENTS_TYPE)
        .header("Cache-Control", "no-store")
        .header("X-Accel-Buffering", "no")
        .build();
  }
}
