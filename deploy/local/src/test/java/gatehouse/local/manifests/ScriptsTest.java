package gatehouse.local.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.embedded.Checkout;
import gatehouse.embedded.Topic;
import gatehouse.local.blueprint.Blueprint;
import gatehouse.local.blueprint.Launch;
import gatehouse.local.blueprint.PortPlan;
import gatehouse.local.blueprint.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.utils.SecurityUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The scripts are run as they are, with a recorder in the place of Kafka's and PostgreSQL's tool.
 */
class ScriptsTest {
  private static final Path CONTAINER = Checkout.root().resolve("deploy/container");

  @TempDir private Path folder = Path.of("");

  @Test
  void theTopicsAreThoseOfTheList() throws Exception {
    Path list = Checkout.root().resolve("deploy/topics.csv");
    recorder("kafka-topics.sh");
    recorder("kafka-acls.sh");

    assertThat(run("create-topics.sh", Map.of(), "broker:9092", list.toString())).isZero();

    List<String> expected = Topic.ofThisCheckout().stream().map(ScriptsTest::creation).toList();
    assertThat(recorded()).filteredOn(line -> line.contains("--create")).isEqualTo(expected);
  }

  @Test
  void theAccessRulesAreThoseOfTheLauncher() throws Exception {
    recorder("kafka-topics.sh");
    recorder("kafka-acls.sh");

    String list = Checkout.root().resolve("deploy/topics.csv").toString();
    assertThat(run("create-topics.sh", Map.of(), "broker:9092", list)).isZero();

    assertThat(
            recorded().stream()
                .filter(line -> line.contains("--add"))
                .flatMap(ScriptsTest::rules)
                .toList())
        .containsExactlyInAnyOrderElementsOf(Topic.rules(Topic.ofThisCheckout()));
  }

  @Test
  void whatTheListDoesNotAllowAnyMoreIsTakenAway() throws Exception {
    recorder("kafka-topics.sh");
    recorder("kafka-acls.sh");
    List<AclBinding> present = new ArrayList<>(Topic.rules(Topic.ofThisCheckout()));
    present.add(allowed("consent-service", "admission.product.v1", AclOperation.DESCRIBE_CONFIGS));
    present.add(allowed("data-gateway", "of.another.house", AclOperation.WRITE));
    present.add(allowed("stranger", "incident.stop.v1", AclOperation.READ));
    present.add(allowed("stranger", "of.another.house", AclOperation.READ));
    Files.writeString(folder.resolve("listing"), listing(present));

    String list = Checkout.root().resolve("deploy/topics.csv").toString();
    assertThat(run("create-topics.sh", Map.of(), "broker:9092", list)).isZero();

    String remove = "--bootstrap-server broker:9092 --remove --force --allow-principal User:";
    assertThat(recorded())
        .filteredOn(line -> line.contains("--remove"))
        .containsExactlyInAnyOrder(
            remove
                + "consent-service --allow-host * --operation DescribeConfigs"
                + " --topic admission.product.v1 --resource-pattern-type literal",
            remove
                + "data-gateway --allow-host * --operation Write"
                + " --topic of.another.house --resource-pattern-type literal",
            remove
                + "stranger --allow-host * --operation Read"
                + " --topic incident.stop.v1 --resource-pattern-type literal");
    assertThat(Files.readString(folder.resolve("output")))
        .contains("User:stranger may Read topic incident.stop.v1")
        .doesNotContain("User:stranger may Read topic of.another.house");
  }

  @Test
  void anUnknownCleanupCreatesNothing() throws Exception {
    Path list = folder.resolve("topics.csv");
    Files.writeString(
        list, "topic,partitions,cleanup,writer,readers\na.b.v1,3,sometimes,admission-service,\n");
    recorder("kafka-topics.sh");

    assertThat(run("create-topics.sh", Map.of(), "broker:9092", list.toString())).isNotZero();
    assertThat(recorded()).noneMatch(line -> line.contains("--create"));
  }

  @Test
  void theDatabasesAndRolesAreThoseOfTheLauncher() throws Exception {
    Map<String, String> passwords = new TreeMap<>();
    for (String database : launcherDatabases()) {
      String name = database.toUpperCase(Locale.ROOT);
      passwords.put(name + "_OWNER_PASSWORD", "development-" + database + "-owner");
      passwords.put(name + "_APP_PASSWORD", "development-" + database + "-app");
    }
    recorder("psql");

    assertThat(run("create-databases.sh", passwords)).isZero();

    assertThat(recorded())
        .hasSameSizeAs(launcherDatabases())
        .noneMatch(line -> line.contains("development-"));
    for (String database : launcherDatabases()) {
      assertThat(recorded())
          .filteredOn(line ->
              line.endsWith(
                  "database=%1$s --set owner=%1$s_owner --set app=%1$s_app".formatted(database)))
          .hasSize(1);
    }
  }

  @Test
  void aMissingPasswordStopsTheScript() throws Exception {
    recorder("psql");

    assertThat(run("create-databases.sh", Map.of("ADMISSION_OWNER_PASSWORD", "development")))
        .isNotZero();
    assertThat(recorded()).isEmpty();
  }

  private List<String> launcherDatabases() {
    return new Blueprint(Checkout.root(), new RunFolder(folder), PortPlan.usual())
        .parts().stream()
            .filter(part -> part.launch() instanceof Launch.Server)
            .flatMap(part -> ((Launch.Server) part.launch()).databases().stream())
            .toList();
  }

  private static String creation(Topic topic) {
    String settings =
        switch (topic.cleanup()) {
          case DELETE -> "--config cleanup.policy=delete";
          case COMPACT -> "--config cleanup.policy=compact";
          case FOREVER ->
              "--config cleanup.policy=delete --config retention.ms=-1 --config retention.bytes=-1";
        };
    return "--bootstrap-server broker:9092 --create --if-not-exists --topic "
        + topic.name()
        + " --partitions "
        + topic.partitions()
        + " --replication-factor 1 "
        + settings;
  }

  /** What a call of kafka-acls.sh allows, in the words of Kafka's own library. */
  private static Stream<AclBinding> rules(String call) {
    List<String> words = List.of(call.split(" "));
    String user = values(words, "--allow-principal").getFirst();
    PatternType pattern =
        call.endsWith("--resource-pattern-type prefixed")
            ? PatternType.PREFIXED
            : PatternType.LITERAL;
    return Stream.concat(
            values(words, "--topic").stream()
                .map(name -> new ResourcePattern(ResourceType.TOPIC, name, pattern)),
            values(words, "--group").stream()
                .map(name -> new ResourcePattern(ResourceType.GROUP, name, pattern)))
        .flatMap(on ->
            values(words, "--operation").stream()
                .map(SecurityUtils::operation)
                .map(operation ->
                    new AclBinding(
                        on,
                        new AccessControlEntry(user, "*", operation, AclPermissionType.ALLOW))));
  }

  private static List<String> values(List<String> words, String option) {
    return IntStream.range(0, words.size() - 1)
        .filter(at -> words.get(at).equals(option))
        .mapToObj(at -> words.get(at + 1))
        .toList();
  }

  private static AclBinding allowed(String user, String topic, AclOperation operation) {
    return new AclBinding(
        new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL),
        new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW));
  }

  /** As kafka-acls.sh writes it, with the texts of Kafka's own library. */
  private static String listing(List<AclBinding> rules) {
    return rules.stream()
        .map(rule ->
            "Current ACLs for resource `%s`:%n \t%s%n".formatted(rule.pattern(), rule.entry()))
        .collect(Collectors.joining("\n"));
  }

  /** Answers a question for a list with the file of that name, if there is one. */
  private void recorder(String tool) throws IOException {
    Path file = folder.resolve(tool);
    Files.writeString(
        file,
        """
        #!/bin/sh
        cat >/dev/null
        echo "$*" >>"$RECORD"
        case "$0 $*" in
          *kafka-acls.sh*--list) cat "$(dirname "$0")/listing" 2>/dev/null ;;
        esac
        exit 0
        """);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private List<String> recorded() throws IOException {
    Path record = folder.resolve("record");
    return Files.exists(record) ? Files.readAllLines(record) : List.of();
  }

  private int run(String script, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("sh", CONTAINER.resolve(script).toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile());
    builder.environment().putAll(environment);
    builder.environment().put("KAFKA_BIN", folder.toString());
    builder.environment().put("PATH", folder + ":" + System.getenv("PATH"));
    builder.environment().put("RECORD", folder.resolve("record").toString());
    Process process = builder.start();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }
}
