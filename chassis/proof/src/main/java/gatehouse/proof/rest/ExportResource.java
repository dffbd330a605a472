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
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
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

  /** An order has its number soon, or the journal has other trouble. */
  private static final int ROUNDS = 100;

  private static final Duration PAUSE = Duration.ofMillis(50);

  private final DataSource dataSource;

  ExportResource(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Every entry up to the latest checkpoint, one a line, then checkpoints. What is there is never
   * changed, so that pages need no transaction around them; one that fails ends the answer before
   * its checkpoints, which the verifier notices. Only erasing changes an entry: then it goes on
   * until it holds the order, too, without which the verifier would take it for tampering.
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
      long size = writeNext(out, 0);
      for (int round = 1; round < ROUNDS && isOrderBehind(size); round++) {
        LockSupport.parkNanos(PAUSE.toNanos());
        size = writeNext(out, size);
      }
      writeCheckpoints(out, every, size);
    } catch (SQLException e) {
      throw new IOException("the journal cannot be read", e);
    }
  }

  /** What has come behind that number; returns up to which one there is a checkpoint now. */
  private long writeNext(OutputStream out, long behind) throws IOException, SQLException {
    Signed latest = latest();
    if (latest == null) {
      return behind;
    }
    writeEntries(out, behind, latest.size());
    return latest.size();
  }

  private void writeEntries(OutputStream out, long behind, long size)
      throws IOException, SQLException {
    for (long after = behind; after < size; after += PAGE) {
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

  private boolean isOrderBehind(long size) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return Exports.isOrderBehind(connection, size);
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
