package gatehouse.local.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who may reach out for what in the cluster. */
final class EgressChecks {
  private final Cluster cluster;
  private final List<String> faults = new ArrayList<>();

  private EgressChecks(Cluster cluster) {
    this.cluster = cluster;
  }

  static List<String> faultsIn(Cluster cluster) {
    EgressChecks checks = new EgressChecks(cluster);
    checks.everythingIsDeniedFirst();
    checks.everyRuleIsNarrow();
    Suite.MEMBERS.forEach(checks::reaches);
    checks.everyUpstreamHasItsPolicy();
    return checks.faults;
  }

  private void everythingIsDeniedFirst() {
    JsonNode spec = cluster.one("NetworkPolicy", "default-deny").path("spec");
    require(
        spec.path("podSelector").isEmpty()
            && spec.path("policyTypes").toString().equals("[\"Ingress\",\"Egress\"]")
            && !spec.has("egress")
            && !spec.has("ingress"),
        "nothing is denied by default");
  }

  private void everyRuleIsNarrow() {
    cluster
        .all("NetworkPolicy")
        .forEach(policy -> {
          for (JsonNode rule : policy.path("spec").path("egress")) {
            require(!rule.path("to").isEmpty(), "a rule leads everywhere: " + rule);
            require(!rule.path("ports").isEmpty(), "a rule opens every port: " + rule);
            for (JsonNode peer : rule.path("to")) {
              require(isNarrow(peer), "a rule opens a whole network: " + peer);
            }
          }
        });
  }

  /** Owners reach the parts and names only; the gateway also the owners and its upstreams. */
  private void reaches(Suite.Member member) {
    Map<String, String> variables = cluster.variables(member.folder());
    Set<Integer> allowed = new TreeSet<>(Set.of(53, issuerPort(variables), kafkaPort(variables)));
    allowed.add(
        URI.create(variables.getOrDefault("GATEHOUSE_DB_URL", "").replace("jdbc:", "")).getPort());
    if (member.folder().equals(Suite.GATEWAY)) {
      Suite.MEMBERS.stream()
          .filter(owner -> !owner.folder().equals(Suite.GATEWAY))
          .forEach(owner -> allowed.add(owner.port()));
      allowed.addAll(ClusterChecks.upstreams(cluster).values());
    }
    Set<Integer> open = new TreeSet<>();
    cluster.policiesOf(member.folder()).stream()
        .flatMap(spec -> Yamls.items(spec.path("egress")))
        .flatMap(rule -> Yamls.items(rule.path("ports")))
        .forEach(port -> open.add(port.path("port").asInt()));
    require(open.equals(allowed), member.folder() + " reaches " + open + ", needs " + allowed);
  }

  private void everyUpstreamHasItsPolicy() {
    Map<String, Integer> opened = new TreeMap<>();
    cluster
        .all("NetworkPolicy")
        .filter(policy -> policy.path("metadata").path("labels").has("gatehouse/upstream"))
        .forEach(policy -> {
          JsonNode spec = policy.path("spec");
          require(
              spec.path("podSelector").toString().contains("\"" + Suite.GATEWAY + "\""),
              "an upstream is open to more than the gateway");
          opened.put(
              policy.path("metadata").path("labels").path("gatehouse/upstream").asText(),
              spec.path("egress").path(0).path("ports").path(0).path("port").asInt());
        });
    Map<String, Integer> configured = ClusterChecks.upstreams(cluster);
    require(opened.equals(configured), "open upstreams " + opened + ", configured " + configured);
  }

  /** One address, or pods with a label: never every pod of the cluster. */
  private static boolean isNarrow(JsonNode peer) {
    return peer.path("ipBlock").path("cidr").asText().endsWith("/32")
        || !peer.path("podSelector").path("matchLabels").isEmpty();
  }

  private static int issuerPort(Map<String, String> variables) {
    int port = URI.create(variables.getOrDefault("GATEHOUSE_OIDC", "")).getPort();
    return port == -1 ? 443 : port;
  }

  private static int kafkaPort(Map<String, String> variables) {
    String bootstrap = variables.getOrDefault("GATEHOUSE_KAFKA", ":0");
    return Integer.parseInt(bootstrap.substring(bootstrap.lastIndexOf(':') + 1));
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      faults.add(otherwise);
    }
  }
}
