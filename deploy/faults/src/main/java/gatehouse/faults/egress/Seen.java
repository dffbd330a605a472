package gatehouse.faults.egress;

import gatehouse.faults.check.Finding;
import java.time.Duration;
import java.util.List;

/**
 * What was seen of one stop.
 *
 * @param named how many gateways the owner named as settled
 */
record Seen(Disturbance disturbance, Times times, int named, List<Finding> findings) {

  /**
   * How long it took.
   *
   * @param answered from the request of the stop to its answer; zero where nobody could be told to
   *     stop
   * @param enforced from the request of the stop to when it was enforced; zero where nobody could
   *     be told to stop
   * @param lastByte from that request, or from the fault where there was none, to the last byte
   *     that went out; zero if none did
   * @param withdrawn from the request of a withdrawal to when it was enforced; zero where none was
   *     asked for
   */
  record Times(Duration answered, Duration enforced, Duration lastByte, Duration withdrawn) {
    /** Of a loss: nobody could be told anything. */
    static Times ofLoss(Duration lastByte) {
      return new Times(Duration.ZERO, Duration.ZERO, lastByte, Duration.ZERO);
    }
  }
}
