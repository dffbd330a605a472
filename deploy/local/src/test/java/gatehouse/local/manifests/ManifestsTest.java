package gatehouse.local.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.embedded.Checkout;
import gatehouse.local.blueprint.Blueprint;
import gatehouse.local.blueprint.Listener;
import gatehouse.local.blueprint.Part;
import gatehouse.local.blueprint.PortPlan;
import gatehouse.local.blueprint.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestsTest {
  private static final Path DEPLOY = Checkout.root().resolve("deploy");

  @TempDir private Path folder = Path.of("");

  @Test
  void composeHolds() {
    assertThat(ComposeChecks.faultsIn(DEPLOY)).isEmpty();
  }

  @Test
  void theClusterHolds() {
    assertThat(ClusterChecks.faultsIn(DEPLOY)).isEmpty();
  }

  @Test
  void theyAreHeldAgainstTheServicesThatTheLauncherStarts() {
    List<Part> parts =
        new Blueprint(Checkout.root(), new RunFolder(folder), PortPlan.usual()).parts();
    assertThat(parts.stream().map(Part::name))
        .containsAll(Suite.MEMBERS.stream().map(Suite.Member::folder).toList())
        .hasSize(Suite.MEMBERS.size() + 4);
    assertThat(Suite.MEMBERS)
        .allSatisfy(member ->
            assertThat(PortPlan.usual().of(Listener.labelled(member.database())))
                .isEqualTo(member.port()));
  }

  @Test
  void theFileForTryingItParses() {
    assertThat(Yamls.documents(Yamls.text(DEPLOY.resolve("compose/compose.sign-in.yaml"))))
        .hasSize(1);
    assertThat(Yamls.documents(Yamls.text(DEPLOY.resolve("compose/upstreams.yaml")))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          compose/compose.yaml | consent-service:8482 | consent-service:8482\\n      GATEHOUSE_X: y | does not know
          compose/compose.yaml | GATEHOUSE_OIDC: | GATEHOUSE_ODIC: | lacks GATEHOUSE_OIDC
          compose/compose.yaml | "8483", /q/health/ready | "8482", /q/health/ready | is probed elsewhere
          compose/compose.yaml | ["127.0.0.1:8480:8480"] | ["8480:8480"] | data-gateway publishes
          compose/compose.yaml | ${GATEWAY_APP_PASSWORD:?set it in .env}\\n      GATEHOUSE_DB_OWNER: | hunter2\\n      GATEHOUSE_DB_OWNER: | carries the value
          compose/compose.yaml | GATEHOUSE_KAFKA_USER: consent-service | GATEHOUSE_KAFKA_USER: incident-service | comes to kafka as another
          compose/compose.yaml | user_data-gateway="${GATEWAY_ | user_data-gateway="${CONSENT_ | data-gateway comes to kafka as another
          compose/compose.yaml | CONTROLLER:SASL_PLAINTEXT | CONTROLLER:PLAINTEXT | whom it does not know
          compose/compose.yaml | ../topics.csv: | ./topics.csv: | topics do not come
          compose/compose.yaml | ${IMAGE_PREFIX:-}postgres | registry.example.org/postgres | image registry
          compose/.env.example | development-only-postgres | hunter2 | could be real
          container/Dockerfile | USER 10001:10001 | USER 0 | runs as root
          """)
  void aBrokenComposeIsFound(String file, String from, String to, String finding)
      throws IOException {
    assertThat(ComposeChecks.faultsIn(broken(file, from, to)))
        .anySatisfy(fault -> assertThat(fault).contains(finding));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
              data-gateway.yaml | fieldPath: metadata.name | fieldPath: metadata.namespace | share a name
              data-gateway.yaml | - {name: GATEHOUSE_UPSTREAMS | - {name: GATEHOUSE_UPSTREAM | lacks GATEHOUSE_UPSTREAMS
              consent-service.yaml | /q/health/live | /health/live | livenessProbe
              consent-service.yaml | port: 8482 | port: 8481 | is served elsewhere
              incident-service.yaml | readOnlyRootFilesystem: true | readOnlyRootFilesystem: false | more rights
              consent-service.yaml | KAFKA_USER, value: consent-service | KAFKA_USER, value: data-gateway | comes to Kafka as another
              incident-service.yaml | incident_app | incident_owner | another database or role
              admission-service.yaml | image: gatehouse/ | image: registry.example.org/gatehouse/ | has the image
              configuration.yaml | GATEHOUSE_HOST: | GATEHOUSE_PSEUDONYM_KEY: c2VjcmV0\\n  GATEHOUSE_HOST: | a ConfigMap carries
              secrets.template.yaml | GATEHOUSE_GATEWAY_SECRET: "" | GATEHOUSE_GATEWAY_SECRET: hunter2 | a Secret has a value
              network-policies.yaml | [Ingress, Egress] | [Ingress] | nothing is denied
              network-policies.yaml | 192.0.2.30/32 | 0.0.0.0/0 | a whole network
              network-policies.yaml | matchLabels: {k8s-app: kube-dns} | matchLabels: {} | a whole network
          network-policies.yaml | port: 9092 | port: 9093 | admission-service reaches
              upstreams.yaml | in-house:\\n        url | elsewhere:\\n        url | open upstreams
              kustomization.yaml | - network-policies.yaml | - namespace.yaml | kustomization.yaml lists
          """)
  void aBrokenClusterIsFound(String file, String from, String to, String finding)
      throws IOException {
    assertThat(ClusterChecks.faultsIn(broken("kubernetes/" + file, from, to)))
        .anySatisfy(fault -> assertThat(fault).contains(finding));
  }

  private Path broken(String file, String from, String to) throws IOException {
    for (String part : List.of("compose", "container", "kubernetes")) {
      Files.createDirectories(folder.resolve(part));
      try (Stream<Path> files = Files.list(DEPLOY.resolve(part))) {
        for (Path each : files.toList()) {
          Files.copy(each, folder.resolve(part).resolve(each.getFileName()));
        }
      }
    }
    Path victim = folder.resolve(file);
    String text = Yamls.text(victim);
    assertThat(text).as("what is to be broken in " + file).contains(lines(from));
    Files.writeString(victim, text.replace(lines(from), lines(to)));
    return folder;
  }

  private static String lines(String text) {
    return text.replace("\\n", "\n");
  }
}
