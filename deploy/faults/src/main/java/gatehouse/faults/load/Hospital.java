package gatehouse.faults.load;

import gatehouse.faults.suite.Extent;
import gatehouse.faults.suite.SuiteUnderFault;
import gatehouse.local.blueprint.Listener;
import gatehouse.story.stage.Part;
import gatehouse.story.stage.Places;
import gatehouse.story.stage.Stage;
import java.util.List;
import java.util.Map;

/**
 * The people and systems that ask the suite, past the wires.
 *
 * @param first asks the first gateway
 * @param second asks the second one, and otherwise the same services
 */
public record Hospital(Stage first, Stage second) implements AutoCloseable {

  /** Those of a suite that is ready. */
  public static Hospital of(SuiteUnderFault suite) {
    return new Hospital(stage(suite, "data-gateway"), stage(suite, Extent.SECOND_GATEWAY));
  }

  /** Both, by the part that each asks as its gateway. */
  public Map<String, Stage> byGateway() {
    return Map.of("data-gateway", first, Extent.SECOND_GATEWAY, second);
  }

  /** Tokens of the development realm live for five minutes. */
  public void forgetTokens() {
    List.of(first, second).forEach(Stage::forgetTokens);
  }

  @Override
  public void close() {
    List.of(first, second).forEach(Stage::close);
  }

  private static Stage stage(SuiteUnderFault suite, String gateway) {
    Places places =
        new Places(
            Map.of(
                Part.GATEWAY, suite.portOf(gateway),
                Part.ADMISSION, suite.port(Listener.ADMISSION),
                Part.CONSENT, suite.port(Listener.CONSENT),
                Part.INCIDENT, suite.port(Listener.INCIDENT),
                Part.KEYCLOAK, suite.port(Listener.KEYCLOAK),
                Part.PUBLIC_CLOUD, suite.port(Listener.MODEL_PUBLIC_CLOUD)),
            null);
    return new Stage(places, new SilentNarrator());
  }
}
