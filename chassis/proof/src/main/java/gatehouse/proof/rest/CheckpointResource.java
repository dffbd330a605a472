package gatehouse.proof.rest;

import gatehouse.proof.store.Checkpoints;
import gatehouse.proof.store.Checkpoints.Signed;
import gatehouse.web.Problems;
import gatehouse.web.problem.WebProblem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Hands the latest checkpoint to whoever wants to be a witness. It says how many entries there are
 * and nothing about them; the more people keep it, the less a journal can be rewritten.
 */
@Path("/v1/journal/checkpoint")
@RunOnVirtualThread
public class CheckpointResource {

  private final DataSource dataSource;
  private final Problems problems;

  CheckpointResource(DataSource dataSource, Problems problems) {
    this.dataSource = dataSource;
    this.problems = problems;
  }

  /** The latest signed checkpoint, as C2SP tlog-checkpoint writes it. */
  @GET
  @PermitAll
  @Produces("text/plain;charset=UTF-8")
  @Operation(operationId = "readCheckpoint", summary = "The latest signed checkpoint")
  public Response latest() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      Signed latest = Checkpoints.latest(connection);
      return latest == null
          ? problems.problem(WebProblem.NOT_FOUND)
          : Response.ok(latest.note()).header("Cache-Control", "no-store").build();
    }
  }
}
