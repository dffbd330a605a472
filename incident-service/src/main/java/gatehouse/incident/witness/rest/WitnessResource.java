package gatehouse.incident.witness.rest;

import gatehouse.incident.duty.Roles;
import gatehouse.incident.witness.KeptCheckpoint;
import gatehouse.incident.witness.KeptCheckpoints;
import gatehouse.incident.witness.Stamp;
import gatehouse.incident.witness.Stamps;
import gatehouse.incident.witness.WitnessedLog;
import gatehouse.web.ProblemException;
import gatehouse.web.problem.WebProblem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Hands out what was witnessed; nobody can add to it from outside. */
@Path("/v1/witness")
@RunOnVirtualThread
public class WitnessResource {
  private final KeptCheckpoints kept;
  private final Stamps stamps;

  WitnessResource(KeptCheckpoints kept, Stamps stamps) {
    this.kept = kept;
    this.stamps = stamps;
  }

  /** Every log of which a checkpoint was heard. */
  @GET
  @RolesAllowed({Roles.AUDITOR, Roles.SECURITY_ANALYST})
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "listWitnessedLogs", summary = "Logs and how their checkpoints agree")
  public List<WitnessedLog> logs() {
    return kept.logs();
  }

  /**
   * Trusted checkpoints one behind the other, as {@code ./suite verify --checkpoint} reads them.
   */
  @GET
  @Path("/checkpoints")
  @RolesAllowed(Roles.AUDITOR)
  @Produces("text/plain;charset=UTF-8")
  @Operation(operationId = "readWitnessedCheckpoints", summary = "Witnessed checkpoints of a log")
  public String checkpoints(
      @QueryParam("origin") @NotBlank @Size(max = 200) String origin,
      @QueryParam("after") @DefaultValue("0") @Min(0) long after,
      @QueryParam("limit") @DefaultValue("1000") @Min(1) @Max(10_000) int limit) {
    List<KeptCheckpoint> found = kept.trustedAfter(origin, after, limit);
    if (found.isEmpty()) {
      throw new ProblemException(WebProblem.NOT_FOUND);
    }
    return found.stream().map(KeptCheckpoint::note).collect(Collectors.joining());
  }

  /** What an authority has stamped; {@code openssl ts -verify -token_in} reads a decoded token. */
  @GET
  @Path("/stamps")
  @RolesAllowed(Roles.AUDITOR)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "readStamps", summary = "RFC 3161 stamps on witnessed checkpoints")
  public List<Stamp> stamps(
      @QueryParam("origin") @NotBlank @Size(max = 200) String origin,
      @QueryParam("after") @DefaultValue("0") @Min(0) long after,
      @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit) {
    return stamps.after(origin, after, limit);
  }
}
