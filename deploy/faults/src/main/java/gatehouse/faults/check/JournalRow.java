package gatehouse.faults.check;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a journal, read from outside.
 *
 * @param values what stands in its envelope, at the places that matter
 */
record JournalRow(
    long seq,
    String id,
    String type,
    @Nullable String topic,
    String subject,
    long version,
    Map<String, String> values) {}
