package gatehouse.inbox;

/**
 * Is told what another service wrote, once per event. A CDI bean of this type makes the library
 * read its topic from the beginning with a group of its own.
 */
public interface Receiver {

  /**
   * The one topic that this receiver reads; several receivers may share a topic. Empty: it reads
   * nothing, because a setting says so.
   */
  String topic();

  /**
   * Applies the event. Runs in one transaction with the inbox row, so that the effect happens once
   * however often the event comes; others of the topic may be taken in the same transaction, and
   * undone with it. Events of one subject come in order. What others mean for another type of event
   * on the same topic must be ignored, not refused.
   *
   * @throws RuntimeException to refuse: the transaction is undone and the event's key is parked,
   *     with every later event of that key; trouble with the database is retried instead
   */
  void receive(ReceivedEvent event);

  /**
   * Is told, in the transaction that parks it, that the events of this key can no longer be taken.
   * On a topic whose facts deny something, whatever the key names must count as denied from here
   * on; who keeps its facts in the database asks {@code Parked.holdsAny} when it decides. Must not
   * refuse: the record would be tried again without end.
   *
   * @param key the Kafka key; for a record without one, a text that names the record
   */
  default void parked(String key) {}
}
