package gatehouse.local.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What must hold for {@code deploy/kubernetes}; each finding is a sentence. */
final class ClusterChecks {
  private static final Map<String, String> PROBES =
      Map.of(
          "startupProbe", "/q/health/started",
          "livenessProbe", "/q/health/live",
          "readinessProbe", "/q/health/ready");

  private final Cluster cluster;
  private final Path folder;
  private final List<String> faults = new ArrayList<>();

  private ClusterChecks(Path deploy) {
    this.folder = deploy.resolve("kubernetes");
    this.cluster = Cluster.in(deploy);
  }

  static List<String> faultsIn(Path deploy) {
    ClusterChecks checks = new ClusterChecks(deploy);
    Suite.MEMBERS.forEach(checks::member);
    checks.listOfFiles();
    checks.secretsAreEmpty();
    checks.gatewaysHaveNames();
    checks.faults.addAll(EgressChecks.faultsIn(checks.cluster));
    return checks.faults;
  }

  private void member(Suite.Member member) {
    String name = member.folder();
    variables(member);
    JsonNode container = cluster.container(name);
    require(
        container.path("ports").path(0).path("containerPort").asInt() == member.port(),
        name + " listens elsewhere");
    PROBES.forEach((probe, path) -> {
      JsonNode get = container.path(probe).path("httpGet");
      require(
          get.path("path").asText().equals(path) && get.path("port").asText().equals("http"),
          name + ": " + probe + " is " + get);
    });
    JsonNode port = cluster.one("Service", name).path("spec").path("ports").path(0);
    require(
        port.path("port").asInt() == member.port()
            && port.path("targetPort").asText().equals("http"),
        name + " is served elsewhere: " + port);
    require(!cluster.one("PodDisruptionBudget", name).isMissingNode(), name + " may be disrupted");
    require(
        !ComposeChecks.namesARegistry(container.path("image").asText())
            && container.path("image").asText().endsWith("gatehouse/" + name),
        name + " has the image " + container.path("image"));
    restricted(name, container);
  }

  private void variables(Suite.Member member) {
    Map<String, String> variables = new TreeMap<>(cluster.variables(member.folder()));
    for (String needed : Suite.needed(member)) {
      require(variables.containsKey(needed), "kubernetes: " + member.folder() + " lacks " + needed);
    }
    Set<String> unknown = new TreeSet<>(variables.keySet());
    unknown.removeAll(Suite.understood(member));
    require(unknown.isEmpty(), "kubernetes: " + member.folder() + " does not know " + unknown);
    String database = member.database();
    require(
        variables.getOrDefault("GATEHOUSE_DB_URL", "").contains("/" + database + "?")
            && (database + "_app").equals(variables.get("GATEHOUSE_DB_USER"))
            && (database + "_owner").equals(variables.get("GATEHOUSE_DB_OWNER")),
        "kubernetes: " + member.folder() + " has another database or role");
    require(
        member.folder().equals(variables.get("GATEHOUSE_KAFKA_USER")),
        "kubernetes: " + member.folder() + " comes to Kafka as another");
  }

  private void restricted(String name, JsonNode container) {
    JsonNode pod = cluster.pod(name);
    JsonNode rights = container.path("securityContext");
    require(
        pod.path("securityContext").path("runAsNonRoot").asBoolean()
            && pod.path("securityContext")
                .path("seccompProfile")
                .path("type")
                .asText()
                .equals("RuntimeDefault")
            && rights.path("readOnlyRootFilesystem").asBoolean()
            && !rights.path("allowPrivilegeEscalation").asBoolean(true)
            && rights.path("capabilities").path("drop").toString().equals("[\"ALL\"]")
            && !pod.path("automountServiceAccountToken").asBoolean(true)
            && !pod.path("enableServiceLinks").asBoolean(true),
        name + " has more rights than it needs");
    require(pod.path("terminationGracePeriodSeconds").asInt() > 0, name + " has no grace");
    require(container.path("resources").path("limits").has("memory"), name + " has no limit");
  }

  /** kustomization.yaml lists every manifest except the template of the Secrets. */
  private void listOfFiles() {
    Set<String> present = new TreeSet<>();
    Yamls.filesIn(folder).forEach(file -> present.add(file.getFileName().toString()));
    present.removeAll(Set.of("kustomization.yaml", "secrets.template.yaml"));
    JsonNode kustomization =
        Yamls.documents(Yamls.text(folder.resolve("kustomization.yaml"))).getFirst();
    Set<String> listed = new TreeSet<>();
    Yamls.items(kustomization.path("resources")).forEach(item -> listed.add(item.asText()));
    require(listed.equals(present), "kustomization.yaml lists " + listed + " of " + present);
    Yamls.items(kustomization.path("images"))
        .forEach(image -> require(!image.has("newName"), "kustomization.yaml renames " + image));
  }

  private void secretsAreEmpty() {
    cluster
        .all("Secret")
        .forEach(secret -> {
          require(!secret.has("data"), "a Secret has data");
          secret
              .path("stringData")
              .forEach(value -> require(value.asText().isEmpty(), "a Secret has a value"));
        });
    cluster
        .all("ConfigMap")
        .flatMap(map -> Yamls.names(map.path("data")).stream())
        .forEach(name -> require(!Suite.isSecret(name), "a ConfigMap carries " + name));
    Suite.MEMBERS.forEach(member ->
        Yamls.items(cluster.container(member.folder()).path("env"))
            .map(variable -> variable.path("name").asText())
            .forEach(name -> require(!Suite.isSecret(name), member.folder() + " carries " + name)));
  }

  /** Two that called themselves the same would be one to whoever lends them leases. */
  private void gatewaysHaveNames() {
    Stream<JsonNode> variables = Yamls.items(cluster.container(Suite.GATEWAY).path("env"));
    require(
        variables.anyMatch(variable ->
            variable.path("name").asText().equals("GATEHOUSE_GATEWAY_NAME")
                && variable.at("/valueFrom/fieldRef/fieldPath").asText().equals("metadata.name")),
        "two gateways share a name");
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      faults.add(otherwise);
    }
  }

  /** The ports of the configured upstreams by their names. */
  static Map<String, Integer> upstreams(Cluster cluster) {
    String text =
        cluster
            .one("ConfigMap", "gatehouse-upstreams")
            .path("data")
            .path("upstreams.yaml")
            .asText();
    JsonNode upstreams = Yamls.documents(text).getFirst().path("upstreams");
    Map<String, Integer> ports = new TreeMap<>();
    Yamls.names(upstreams)
        .forEach(name -> {
          int port = URI.create(upstreams.path(name).path("url").asText()).getPort();
          ports.put(name, port == -1 ? 443 : port);
        });
    return ports;
  }
}
