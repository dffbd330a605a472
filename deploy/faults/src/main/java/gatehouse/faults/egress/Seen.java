package gatehouse.faults.egress;

import gatehouse.faults.check.Finding;
import java.time.Duration;
import java.util.List;

/**
 * What was seen of one stop.
 *
 * @param answered from the request of the stop to its answer; zero where nobody could be told to
 *     stop
 * @param enforced from the request of the stop to the first answer that says ENFORCED; zero where
 *     nobody could be told to stop
 * @param lastByte from that request, or from the fault where there was none, to the last byte that
 *     went out; zero if none did
 * @param named how many gateways the owner named as settled
 */
record Seen(
    Disturbance disturbance,
    Duration answered,
    Duration enforced,
    Duration lastByte,
    int named,
    List<Finding> findings) {}
