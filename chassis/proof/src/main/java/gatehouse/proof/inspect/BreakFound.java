package gatehouse.proof.inspect;

import gatehouse.journal.Actor;
import gatehouse.journal.Entry;
import gatehouse.journal.JournalSettings;

/**
 * Data of the event {@code gatehouse.journal.break.found.v1}.
 *
 * @param origin the log's name (C2SP tlog-checkpoint)
 * @param first the first number concerned
 * @param last the last one
 */
public record BreakFound(String origin, Break.Kind kind, long first, long last) {

  /** The event's type; schema in {@code chassis/proof/contracts/events}. */
  public static final String TYPE = "gatehouse.journal.break.found.v1";

  /** What the journal and others are told; a topic is for the caller to add. */
  public static Entry.Builder entry(JournalSettings settings, Breaks.Found found) {
    Break what = found.what();
    String origin = settings.sequence().origin();
    return Entry.of(TYPE, origin)
        .by(new Actor("SERVICE", settings.service()))
        .clauses("E-11")
        .data(new BreakFound(origin, what.kind(), what.first(), what.last()))
        .version(what.first())
        .occurredAt(found.at());
  }
}
