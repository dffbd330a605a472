package gatehouse.incident.call.rest;

import gatehouse.incident.call.Call;
import gatehouse.incident.call.Missing;
import gatehouse.web.Reason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A call for people.
 *
 * @param rung its place in the call tree, from 1
 * @param missing gateways that may still act against the stop, and until when their leases ran
 * @param todo what whoever is called is to do
 */
record CallView(
    UUID stopId,
    int rung,
    String role,
    Instant calledAt,
    List<Missing.Gateway> missing,
    Reason todo) {

  static CallView of(Call call, Reason todo) {
    return new CallView(
        call.stop().value(), call.rung(), call.role(), call.at(), call.missing(), todo);
  }
}
