package gatehouse.proof.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import gatehouse.journal.store.Entries;
import gatehouse.journal.store.StoredEntry;
import gatehouse.journal.store.StoredEntry.Numbered;
import gatehouse.proof.rest.JournalView.ActorView;
import gatehouse.proof.rest.JournalView.EntryView;
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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Reads the journal of this service in the order of its numbers. */
@Path("/v1/journal")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class JournalResource {

  private final DataSource dataSource;
  private final ObjectMapper mapper;

  JournalResource(DataSource dataSource, ObjectMapper mapper) {
    this.dataSource = dataSource;
    this.mapper = mapper;
  }

  /** The entries behind a number. */
  @GET
  @RolesAllowed("AUDITOR")
  @Operation(operationId = "readJournal", summary = "Entries of the journal behind a number")
  public JournalView read(
      @QueryParam("after") @DefaultValue("0") @Min(0) long after,
      @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit)
      throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      List<Numbered> page = Entries.after(connection, after, limit);
      long next = page.isEmpty() ? after : page.getLast().seq();
      return new JournalView(page.stream().map(this::view).toList(), next);
    }
  }

  private EntryView view(Numbered numbered) {
    StoredEntry entry = numbered.entry();
    try {
      return new EntryView(
          numbered.seq(),
          entry.id(),
          entry.type(),
          entry.subject(),
          entry.version(),
          new ActorView(entry.actorRole(), entry.actorHash()),
          entry.clauses(),
          entry.occurredAt(),
          entry.recordedAt(),
          entry.topic(),
          entry.requestId(),
          mapper.readTree(entry.body()).path("data"));
    } catch (IOException e) {
      throw new UncheckedIOException("entry " + numbered.seq() + " has no readable body", e);
    }
  }
}
