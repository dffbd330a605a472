package gatehouse.faults.check;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** An entry of a journal, read from outside. */
record JournalRow(
    long seq,
    String id,
    String type,
    @Nullable String topic,
    String subject,
    long version,
    JsonNode envelope) {}
