package gatehouse.gateway.egress;

import gatehouse.gateway.json.Json;
import gatehouse.gateway.route.Route;
import gatehouse.gateway.standing.ApplicationFacts;
import gatehouse.gateway.upstream.Deployment;
import java.util.Set;

/**
 * A permitted call that wants to leave.
 *
 * @param body OpenAI's body without the member {@code gatehouse}, as the caller wrote it
 * @param categories kinds of data, as the caller declares them
 */
public record EgressRequest(
    Route route,
    Json.Obj body,
    Deployment deployment,
    ApplicationFacts application,
    Set<String> categories,
    KnownOfPatient known) {
  public EgressRequest {
    categories = Set.copyOf(categories);
  }
}
