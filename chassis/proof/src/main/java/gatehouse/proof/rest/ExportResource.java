package gatehouse.proof.rest;

import gatehouse.proof.store.Checkpoints;
import gatehouse.proof.store.Checkpoints.Signed;
import gatehouse.proof.store.ExportedEntry;
import gatehouse.proof.store.Exports;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Hands out the whole journal in the form that the offline verifier reads. */
@Path("/v1/journal/export")
@RunOnVirtualThread
public class ExportResource {

  private static final String JSON_LINES = "application/x-ndjson";
  private static final int PAGE = 100;
  private static final int WINDOW = 10_000;

  private final DataSource dataSource;

  ExportResource(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Every entry up to the latest checkpoint, one a line, then checkpoints. What is there is never
   * changed, so that pages need no transaction around them; one that fails ends the answer before
   * its checkpoints, which the verifier notices.
   */
  @GET
  @RolesAllowed("AUDITOR")
  @Produces(JSON_LINES)
  @Operation(
      operationId = "exportJournal",
      summary = "The whole journal for the offline verifier, with a checkpoint per so many entries")
  public Response export(
      @QueryParam("every") @DefaultValue("1000") @Min(1) @Max(1_000_000) long every) {
    StreamingOutput body = out -> write(out, every);
    return Response.ok(body)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"journal.jsonl\"")
        .build();
  }

  private void write(OutputStream out, long every) throws IOException {
    try {
      Signed latest = latest();
      if (latest != null) {
        writeEntries(out, latest.size());
        writeCheckpoints(out, every, latest.size());
      }
    } catch (SQLException e) {
      throw new IOException("the journal cannot be read", e);
    }
  }

  private void writeEntries(OutputStream out, long size) throws IOException, SQLException {
    for (long after = 0; after < size; after += PAGE) {
      for (ExportedEntry entry : page(after, Math.min(after + PAGE, size))) {
        out.write(ExportLines.entry(entry));
      }
    }
  }

  private void writeCheckpoints(OutputStream out, long every, long size)
      throws IOException, SQLException {
    // Whole stretches at a time, so that none is cut in two.
    long window = every * Math.max(1, WINDOW / every);
    for (long after = 0; after < size; after += window) {
      for (Signed one : checkpoints(every, after, Math.min(after + window, size))) {
        out.write(ExportLines.checkpoint(one.note()));
      }
    }
  }

  private @Nullable Signed latest() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return Checkpoints.latest(connection);
    }
  }

  private List<ExportedEntry> page(long after, long upTo) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return Exports.entries(connection, after, upTo);
    }
  }

  private List<Signed> checkpoints(long every, long after, long upTo) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return Exports.checkpoints(connection, every, after, upTo);
    }
  }
}
