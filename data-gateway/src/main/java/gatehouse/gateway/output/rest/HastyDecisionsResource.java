package gatehouse.gateway.output.rest;

import gatehouse.clauses.Clause;
import gatehouse.gateway.output.OutputLedger;
import gatehouse.web.Problems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Who decides about outputs faster than a human reads: for those who answer for quality. */
@Path("/v1/hasty-decisions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Clause("G-30")
public class HastyDecisionsResource {
  private static final Duration USUALLY = Duration.ofDays(30);

  private final OutputLedger ledger;
  private final Problems problems;
  private final Clock clock;

  HastyDecisionsResource(OutputLedger ledger, Problems problems, Clock clock) {
    this.ledger = ledger;
    this.problems = problems;
    this.clock = clock;
  }

  /**
   * One physician's.
   *
   * @param physicianRef reference, which names nobody
   * @param confirmed hasty confirmations; edited and rejected likewise
   * @param outputs how many outputs bear this physician's word from that time, hasty or not
   * @param shortestReadingMillis the least time that one of them took, in milliseconds
   */
  record PaceView(
      String physicianRef,
      long confirmed,
      long edited,
      long rejected,
      long outputs,
      long shortestReadingMillis,
      Instant last) {
    static PaceView of(OutputLedger.Pace it) {
      return new PaceView(
          it.physicianRef(),
          it.confirmed(),
          it.edited(),
          it.rejected(),
          it.outputs(),
          it.shortest().toMillis(),
          it.last());
    }
  }

  /** The physicians, those with the most first; none whose decisions took their time. */
  record HasteReport(Instant since, Instant until, List<PaceView> physicians) {}

  /** The report of a time: the last thirty days unless it is named. */
  @GET
  @RolesAllowed({"QUALITY_OFFICER", "MEDICAL_AFFAIRS", "AUDITOR"})
  @Operation(
      operationId = "reportHastyDecisions",
      summary = "Decisions faster than a human reads, counted for each physician")
  @APIResponseSchema(value = HasteReport.class, responseCode = "200")
  public Response report(
      @QueryParam("since") @Nullable Instant since,
      @QueryParam("until") @Nullable Instant until,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
    Instant end = until == null ? clock.instant() : until;
    Instant begin = since == null ? end.minus(USUALLY) : since;
    if (!begin.isBefore(end)) {
      return problems.problem(OutputProblem.NO_TIME);
    }
    return Response.ok(
            new HasteReport(
                begin, end, ledger.paces(begin, end, limit).stream().map(PaceView::of).toList()))
        .build();
  }
}
