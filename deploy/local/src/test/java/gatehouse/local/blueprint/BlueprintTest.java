package gatehouse.local.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.embedded.Checkout;
import java.nio.file.Path;
import java.util.List;
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

  private List<Part> parts() {
    return blueprint().parts();
  }

  private Blueprint blueprint() {
    return new Blueprint(Checkout.root(), new RunFolder(folder), PortPlan.usual());
  }
}
