package gatehouse.proof.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of the journal.
 *
 * @param entries in the order of their numbers
 * @param next what to give as {@code after} for the page behind this one
 */
record JournalView(List<EntryView> entries, long next) {

  /** An entry as an auditor sees it; {@code data} is what happened, null once it was erased. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record EntryView(
      long seq,
      UUID id,
      String type,
      String subject,
      long version,
      ActorView actor,
      List<String> clauses,
      Instant occurredAt,
      Instant recordedAt,
      @Nullable String topic,
      @Nullable String requestId,
      JsonNode data) {}

  record ActorView(String role, String idHash) {}
}
