package gatehouse.local.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every object of the Kubernetes manifests, the template of the Secrets among them. */
record Cluster(List<JsonNode> objects) {
  static Cluster in(Path deploy) {
    return new Cluster(
        Yamls.filesIn(deploy.resolve("kubernetes")).stream()
            .flatMap(file -> Yamls.documents(Yamls.text(file)).stream())
            .toList());
  }

  Stream<JsonNode> all(String kind) {
    return objects.stream().filter(object -> object.path("kind").asText().equals(kind));
  }

  /** The object, or an empty node that fails every check. */
  JsonNode one(String kind, String name) {
    return all(kind)
        .filter(object -> object.path("metadata").path("name").asText().equals(name))
        .findFirst()
        .orElseGet(com.fasterxml.jackson.databind.node.MissingNode::getInstance);
  }

  JsonNode pod(String service) {
    return one("Deployment", service).path("spec").path("template").path("spec");
  }

  JsonNode container(String service) {
    return pod(service).path("containers").path(0);
  }

  /** The variables that the service's container sees, with the names of ConfigMaps and Secrets. */
  Map<String, String> variables(String service) {
    Map<String, String> variables = new TreeMap<>();
    Yamls.items(container(service).path("envFrom"))
        .forEach(source -> {
          addAll(variables, one("ConfigMap", name(source.path("configMapRef"))).path("data"));
          addAll(variables, one("Secret", name(source.path("secretRef"))).path("stringData"));
        });
    Yamls.items(container(service).path("env"))
        .forEach(variable -> variables.put(name(variable), variable.path("value").asText()));
    return variables;
  }

  /** The network policies that hold for the service's pods. */
  List<JsonNode> policiesOf(String service) {
    return all("NetworkPolicy")
        .map(policy -> policy.path("spec"))
        .filter(spec -> {
          JsonNode labels = spec.path("podSelector").path("matchLabels");
          return labels.isEmpty() || labels.path("app.kubernetes.io/name").asText().equals(service);
        })
        .toList();
  }

  private static void addAll(Map<String, String> variables, JsonNode data) {
    Yamls.names(data).forEach(name -> variables.put(name, data.path(name).asText()));
  }

  private static String name(JsonNode node) {
    return node.path("name").asText();
  }
}
