package gatehouse.local.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What must hold for {@code deploy/compose} and the image; each finding is a sentence. */
final class ComposeChecks {
  private static final Pattern WITH_HOST = Pattern.compile("([^/]*[.:][^/]*|localhost)/.*");

  private final Compose compose;
  private final Path deploy;
  private final List<String> faults = new ArrayList<>();

  private ComposeChecks(Path deploy) {
    this.deploy = deploy;
    this.compose = Compose.in(deploy);
  }

  static List<String> faultsIn(Path deploy) {
    ComposeChecks checks = new ComposeChecks(deploy);
    Suite.MEMBERS.forEach(checks::member);
    checks.topics();
    checks.brokerAsksWhoComes();
    checks.onlyServicesArePublished();
    checks.noSecretIsReal();
    checks.noImageNamesARegistry();
    return checks.faults;
  }

  /** Whether an image's name begins with a host, which only a deployment may choose. */
  static boolean namesARegistry(String image) {
    return WITH_HOST.matcher(image).matches();
  }

  private void member(Suite.Member member) {
    String name = member.folder();
    JsonNode service = compose.service(name);
    require(!service.isMissingNode(), "compose lacks " + name);
    Map<String, String> variables = variables(service);
    for (String needed : Suite.needed(member)) {
      require(variables.containsKey(needed), "compose: " + name + " lacks " + needed);
    }
    Set<String> unknown = new TreeSet<>(variables.keySet());
    unknown.removeAll(Suite.understood(member));
    require(unknown.isEmpty(), "compose: " + name + " does not know " + unknown);
    database(member, variables);
    probe(member, service);
    require(service.path("read_only").asBoolean(), "compose: " + name + " writes its root");
    require(
        service.path("cap_drop").toString().equals("[\"ALL\"]"),
        "compose: " + name + " keeps capabilities");
    require(
        service.path("build").path("args").path("SERVICE").asText().equals(name),
        "compose: " + name + " is built from something else");
  }

  private void database(Suite.Member member, Map<String, String> variables) {
    String database = member.database();
    require(
        variables.getOrDefault("GATEHOUSE_DB_URL", "").endsWith("/" + database)
            && (database + "_app").equals(variables.get("GATEHOUSE_DB_USER"))
            && (database + "_owner").equals(variables.get("GATEHOUSE_DB_OWNER")),
        "compose: " + member.folder() + " has another database or role");
    JsonNode postgres = compose.service("postgres").path("environment");
    for (String role : List.of("OWNER", "APP")) {
      String password = member.database().toUpperCase(java.util.Locale.ROOT) + "_" + role;
      require(postgres.has(password + "_PASSWORD"), "compose: postgres lacks " + password);
    }
  }

  private void probe(Suite.Member member, JsonNode service) {
    List<String> test =
        Yamls.items(service.path("healthcheck").path("test")).map(JsonNode::asText).toList();
    require(
        test.size() == 5
            && test.get(3).equals(Integer.toString(member.port()))
            && test.get(4).equals("/q/health/ready"),
        "compose: " + member.folder() + " is probed elsewhere: " + test);
  }

  private void topics() {
    require(
        compose.service("topics").path("volumes").toString().contains("\"../topics.csv:"),
        "compose: topics do not come from deploy/topics.csv");
    require(
        compose
            .service("kafka")
            .path("environment")
            .path("KAFKA_AUTO_CREATE_TOPICS_ENABLE")
            .asText()
            .equals("false"),
        "compose: kafka creates topics by itself");
  }

  /** Each service comes to the broker as itself, and nobody as nobody. */
  private void brokerAsksWhoComes() {
    Map<String, String> broker = variables(compose.service("kafka"));
    require(
        broker.getOrDefault("KAFKA_AUTHORIZER_CLASS_NAME", "").endsWith(".StandardAuthorizer")
            && broker
                .getOrDefault("KAFKA_LISTENER_SECURITY_PROTOCOL_MAP", "")
                .equals("CLIENTS:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT")
            && "false".equals(broker.get("KAFKA_ALLOW_EVERYONE_IF_NO_ACL_FOUND")),
        "compose: kafka lets in whom it does not know");
    String known = broker.getOrDefault("KAFKA_LISTENER_NAME_CLIENTS_PLAIN_SASL_JAAS_CONFIG", "");
    for (Suite.Member member : Suite.MEMBERS) {
      Map<String, String> service = variables(compose.service(member.folder()));
      String user = service.getOrDefault("GATEHOUSE_KAFKA_USER", "");
      String password = service.getOrDefault("GATEHOUSE_KAFKA_PASSWORD", "");
      require(
          user.equals(member.folder()) && known.contains(" user_" + user + "=\"" + password + "\""),
          "compose: " + member.folder() + " comes to kafka as another, or with another's password");
    }
  }

  private void onlyServicesArePublished() {
    Map<String, String> allowed = new TreeMap<>();
    Suite.MEMBERS.forEach(member ->
        allowed.put(
            member.folder(), "[\"127.0.0.1:" + member.port() + ":" + member.port() + "\"]"));
    for (String name : Yamls.names(compose.services())) {
      String published = compose.service(name).path("ports").toString();
      require(
          published.equals(allowed.getOrDefault(name, "")),
          "compose: " + name + " publishes " + published);
    }
  }

  private void noSecretIsReal() {
    compose
        .values()
        .forEach((name, value) -> {
          boolean secret = Suite.isSecret(name);
          require(!secret || isForDevelopment(value), ".env.example: " + name + " could be real");
        });
    for (String name : Yamls.names(compose.services())) {
      JsonNode environment = compose.service(name).path("environment");
      for (String variable : Yamls.names(environment)) {
        require(
            !Suite.isSecret(variable) || environment.path(variable).asText().startsWith("${"),
            "compose: " + name + " carries the value of " + variable);
      }
    }
  }

  private void noImageNamesARegistry() {
    for (String name : Yamls.names(compose.services())) {
      String image = compose.resolved(compose.service(name).path("image").asText());
      require(!image.isEmpty() && !namesARegistry(image), "compose: image " + image);
    }
    String recipe = Yamls.text(deploy.resolve("container/Dockerfile"));
    recipe
        .lines()
        .filter(line -> line.startsWith("ARG BASE=") || line.startsWith("FROM "))
        .map(line -> line.substring(line.startsWith("FROM ") ? 5 : 9))
        .forEach(image -> require(!namesARegistry(image), "Dockerfile: image " + image));
    require(recipe.contains("\nUSER 10001:10001\n"), "Dockerfile: runs as root");
  }

  private Map<String, String> variables(JsonNode service) {
    Map<String, String> variables = new TreeMap<>();
    JsonNode environment = service.path("environment");
    Yamls.names(environment)
        .forEach(name -> variables.put(name, compose.resolved(environment.path(name).asText())));
    return variables;
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      faults.add(otherwise);
    }
  }

  private static boolean isForDevelopment(String value) {
    return value.contains("development") || decoded(value).contains("development");
  }

  private static String decoded(String value) {
    try {
      return new String(
          Base64.getDecoder().decode(value.replace('-', '+').replace('_', '/')),
          StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return "";
    }
  }
}
