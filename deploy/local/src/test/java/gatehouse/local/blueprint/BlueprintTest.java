package gatehouse.local.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.embedded.Checkout;
import gatehouse.embedded.Topic;
import gatehouse.embedded.users.BrokerUsers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlueprintTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void everyListenerBelongsToExactlyOnePart() {
    assertThat(parts().stream().flatMap(part -> part.listeners().stream()))
        .containsExactlyInAnyOrder(Listener.values());
  }

  @Test
  void everyServiceHasADatabase() {
    assertThat(parts().getFirst().launch())
        .isInstanceOfSatisfying(
            Launch.Server.class,
            server ->
                assertThat(server.databases())
                    .containsExactlyInAnyOrder(
                        "admission", "consent", "incident", "gateway", "keycloak"));
  }

  @Test
  void everyCommandCarriesTheRunByWhichItIsKnownLater() {
    assertThat(parts())
        .filteredOn(part -> part.launch() instanceof Launch.Command)
        .hasSize(7)
        .allSatisfy(part ->
            assertThat(((Launch.Command) part.launch()).arguments())
                .contains("-Dgatehouse.run=" + folder));
  }

  @Test
  void statusLooksAtWhatTheLastRunWasToStart() {
    Blueprint blueprint = blueprint();
    assertThat(blueprint.startedParts()).hasSize(8);

    blueprint.run().keepStartedParts(parts().subList(0, 2));

    assertThat(blueprint.startedParts())
        .extracting(Part::name)
        .containsExactly("postgres", "kafka");
  }

  @Test
  void everyServiceComesToTheBrokerAsItself() {
    blueprint().run().prepare();
    BrokerUsers users = blueprint().run().brokerUsers();

    for (String service : Surroundings.services()) {
      assertThat(((Launch.Command) part(service).launch()).environment())
          .containsAllEntriesOf(users.variables(service))
          .doesNotContainValue(users.secretOf(BrokerUsers.OPERATOR));
    }
  }

  @Test
  void noSecretOfTheBrokerStandsOnACommandLine() {
    blueprint().run().prepare();
    BrokerUsers users = blueprint().run().brokerUsers();
    List<String> secrets =
        Stream.concat(
                Topic.services(Topic.ofThisCheckout()).stream(), Stream.of(BrokerUsers.OPERATOR))
            .map(users::secretOf)
            .toList();

    assertThat(parts())
        .extracting(Part::launch)
        .hasAtLeastOneElementOfType(Launch.Command.class)
        .filteredOn(launch -> launch instanceof Launch.Command)
        .allSatisfy(launch ->
            assertThat(((Launch.Command) launch).arguments())
                .noneMatch(argument -> secrets.stream().anyMatch(argument::contains)));
  }

  @Test
  void theOperatorsFileIsForItsOwnerOnly() throws Exception {
    RunFolder run = blueprint().run();
    run.prepare();

    part("kafka").preparation().run(progress -> {});

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(run.operator())))
        .isEqualTo("rw-------");
    assertThat(Files.readString(run.operator()))
        .contains("bootstrap.servers=127.0.0.1\\:8492")
        .contains(run.brokerUsers().secretOf(BrokerUsers.OPERATOR));
  }

  private Part part(String name) {
    return parts().stream().filter(part -> part.name().equals(name)).findFirst().orElseThrow();
  }

  private List<Part> parts() {
    return blueprint().parts();
  }

  private Blueprint blueprint() {
    return new Blueprint(Checkout.root(), new RunFolder(folder), PortPlan.usual());
  }
}
