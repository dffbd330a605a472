package gatehouse.local.operator;

/**
 * A parked event as a service lists it: where it stood, and why it was refused; not what it said.
 *
 * @param since when it was parked, as the service spells it
 */
public record ParkedEvent(String topic, int partition, long offset, String reason, String since) {

  /** How people name it: {@code topic/partition/offset}. */
  public String id() {
    return topic + '/' + partition + '/' + offset;
  }
}
