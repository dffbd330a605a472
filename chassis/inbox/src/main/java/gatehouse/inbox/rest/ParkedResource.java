package gatehouse.inbox.rest;

import gatehouse.inbox.receive.Parked;
import gatehouse.inbox.receive.Parked.Place;
import gatehouse.inbox.receive.Replay;
import gatehouse.inbox.receive.Replay.Outcome;
import gatehouse.journal.Actor;
import gatehouse.journal.Actors;
import gatehouse.web.Idempotent;
import gatehouse.web.Problems;
import gatehouse.web.problem.WebProblem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/**
 * For the operator: what is parked, without saying what it said, and what to do with it. Events are
 * named by their place on the topic.
 */
@Path("/v1/journal/parked")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ParkedResource {
  private static final String OPERATOR = "ADMIN";

  private final Parked parked;
  private final Replay replay;
  private final Actors actors;
  private final Problems problems;

  ParkedResource(Parked parked, Replay replay, Actors actors, Problems problems) {
    this.parked = parked;
    this.replay = replay;
    this.actors = actors;
    this.problems = problems;
  }

  /** Where a parked event stood. */
  record PlaceRequest(
      @NotNull @Pattern(regexp = "[a-z0-9.-]{1,200}") String topic,
      @NotNull @Min(0) Integer partition,
      @NotNull @Min(0) Long offset) {
    Place place() {
      return new Place(topic, partition, offset);
    }
  }

  /** A parked event. */
  record ParkedView(String topic, int partition, long offset, String reason, Instant parkedAt) {}

  /**
   * What came of a replay or a discard.
   *
   * @param outcome {@code FREED}: nothing is left of what was asked for; {@code REFUSED_AGAIN}
   * @param taken events that took effect
   * @param reason class names of what refused it again
   */
  record OutcomeView(String outcome, int taken, @Nullable String reason) {}

  /** The oldest parked events. */
  @GET
  @RolesAllowed(OPERATOR)
  @Operation(operationId = "listParked", summary = "Events that were refused, and those behind")
  public List<ParkedView> list(
      @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit) {
    return parked.oldest(limit).stream()
        .map(one ->
            new ParkedView(
                one.place().topic(),
                one.place().partition(),
                one.place().offset(),
                one.reason(),
                one.parkedAt()))
        .toList();
  }

  /** Takes the event and all of its key up again, in their order. */
  @POST
  @Path("/replay")
  @RolesAllowed(OPERATOR)
  @Idempotent
  @Operation(operationId = "replayParked", summary = "Take up again all parked events of a key")
  @APIResponseSchema(value = OutcomeView.class, responseCode = "200")
  public Response replay(@Valid @NotNull PlaceRequest request) {
    return answer(replay.replay(request.place(), operator()));
  }

  /** Gives one event up for good. */
  @POST
  @Path("/discard")
  @RolesAllowed(OPERATOR)
  @Idempotent
  @Operation(operationId = "discardParked", summary = "Give up one parked event for good")
  @APIResponseSchema(value = OutcomeView.class, responseCode = "200")
  public Response discard(@Valid @NotNull PlaceRequest request) {
    return answer(replay.discard(request.place(), operator()));
  }

  private Actor operator() {
    return actors.acting(OPERATOR);
  }

  private Response answer(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Freed(int taken) -> Response.ok(new OutcomeView("FREED", taken, null)).build();
      case Outcome.RefusedAgain(int taken, String reason) ->
          Response.ok(new OutcomeView("REFUSED_AGAIN", taken, reason)).build();
      case Outcome.NotParked() -> problems.problem(WebProblem.NOT_FOUND);
    };
  }
}
