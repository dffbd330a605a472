package gatehouse.gateway.egress;

import gatehouse.gateway.json.Json;
import gatehouse.gateway.route.Route;
import gatehouse.gateway.standing.ApplicationFacts;
import gatehouse.gateway.upstream.Credential;
import gatehouse.gateway.upstream.Deployment;
import gatehouse.gateway.upstream.EgressPolicy;
import gatehouse.gateway.upstream.Upstream;
import gatehouse.gateway.upstream.Zone;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** A call towards a public cloud that admission agreed to, for tests of the gate alone. */
public final class CloudRequest {
  private CloudRequest() {}

  /** The cloud. */
  public static Upstream cloud(EgressPolicy policy, String country) {
    return new Upstream(
        "cloud", URI.create("https://x"), Zone.PUBLIC, country, policy, new Credential.None());
  }

  /** A call at home, under the policy that replaces. */
  public static EgressRequest of(
      Route route, Json.Obj body, Set<String> categories, KnownOfPatient known) {
    return of(route, body, cloud(EgressPolicy.PUBLIC, "CN"), categories, known);
  }

  /** A call to this upstream. */
  public static EgressRequest of(
      Route route, Json.Obj body, Upstream cloud, Set<String> categories, KnownOfPatient known) {
    ApplicationFacts facts =
        new ApplicationFacts(
            "1",
            "a",
            ApplicationFacts.Tier.HIGH,
            null,
            null,
            null,
            null,
            ApplicationFacts.PatientData.REQUIRED,
            ApplicationFacts.Egress.DEIDENTIFIED,
            ApplicationFacts.Supervision.NONE,
            List.of(
                new ApplicationFacts.AdmittedDeployment(
                    cloud.name(), cloud.zone().name(), cloud.country())),
            null,
            1);
    return new EgressRequest(
        route, body, new Deployment("a", cloud, "m"), facts, categories, known);
  }
}
