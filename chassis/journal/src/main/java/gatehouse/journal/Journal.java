package gatehouse.journal;

import java.util.UUID;

/**
 * Writes what happened into the journal of this service. An entry is never changed or removed; soon
 * after its commit it gets its gap-free place in the sequence and, if it has a topic, is published.
 *
 * <p>Order within a subject is the order of the calls: take the row lock of the aggregate before
 * you append.
 */
public interface Journal {

  /**
   * Writes the entry in the caller's transaction or {@link gatehouse.journal.append.SharedCommit};
   * it exists exactly if that commits. For changes of state.
   *
   * @return the entry's id (UUIDv7), which is also the event's {@code ce_id}
   * @throws IllegalStateException outside a transaction
   * @throws NotRecordedException if it could not be written; the transaction can then only be
   *     rolled back
   */
  UUID append(Entry entry);

  /**
   * Writes the entry in a transaction of its own, shared with others that wait at the same time,
   * and returns when it is durable. For decisions that change no state. A transaction of the caller
   * is neither joined nor waited for.
   *
   * @return the entry's id (UUIDv7), which is also the event's {@code ce_id}
   * @throws NotRecordedException if it could not be made durable in time: whoever needs the proof
   *     before acting must not act
   */
  UUID record(Entry entry);
}
