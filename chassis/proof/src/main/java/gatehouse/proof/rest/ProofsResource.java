package gatehouse.proof.rest;

import gatehouse.proof.rest.ProofView.ConsistencyProof;
import gatehouse.proof.rest.ProofView.InclusionProof;
import gatehouse.proof.store.Checkpoints;
import gatehouse.proof.store.Checkpoints.Signed;
import gatehouse.proof.store.History;
import gatehouse.web.ProblemException;
import gatehouse.web.problem.WebProblem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Proves single entries and single stretches without handing out the journal. */
@Path("/v1/journal/proofs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ProofsResource {

  private final DataSource dataSource;

  ProofsResource(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** That the entry stands in the tree of that size; without a size in the latest one. */
  @GET
  @Path("/inclusion")
  @RolesAllowed("AUDITOR")
  @Operation(operationId = "proveInclusion", summary = "Proof that an entry is in the journal")
  public InclusionProof inclusion(
      @QueryParam("seq") @NotNull @Min(1) Long seq, @QueryParam("size") @Min(1) @Nullable Long size)
      throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      long in = sizeOrLatest(connection, size);
      requireThere(seq, in);
      History history = History.of(connection, in);
      return new InclusionProof(
          seq, in, ProofView.hex(history.leaf(seq)), ProofView.hex(history.inclusion(seq)));
    }
  }

  /** That the tree of one size begins with that of another; without {@code to} the latest one. */
  @GET
  @Path("/consistency")
  @RolesAllowed("AUDITOR")
  @Operation(operationId = "proveConsistency", summary = "Proof that the journal was continued")
  public ConsistencyProof consistency(
      @QueryParam("from") @NotNull @Min(1) Long from, @QueryParam("to") @Min(1) @Nullable Long to)
      throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      long in = sizeOrLatest(connection, to);
      requireThere(from, in);
      return new ConsistencyProof(
          from, in, ProofView.hex(History.of(connection, in).consistency(from)));
    }
  }

  private static long sizeOrLatest(Connection connection, @Nullable Long size) throws SQLException {
    Signed latest = Checkpoints.latest(connection);
    long last = latest == null ? 0 : latest.size();
    if (size == null) {
      return last;
    }
    requireThere(size, last);
    return size;
  }

  private static void requireThere(long number, long last) {
    if (number > last) {
      throw new ProblemException(WebProblem.NOT_FOUND);
    }
  }
}
