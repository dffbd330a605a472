package gatehouse.local.manifests;

import gatehouse.embedded.Checkout;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the services themselves say, against which manifests are held. */
final class Suite {
  /** One service: its folder, its database, its port. */
  record Member(String folder, String database, int port) {}

  static final List<Member> MEMBERS =
      List.of(
          new Member("admission-service", "admission", 8481),
          new Member("consent-service", "consent", 8482),
          new Member("incident-service", "incident", 8483),
          new Member("data-gateway", "gateway", 8480));

  static final String GATEWAY = "data-gateway";

  /** Their defaults are right in a hospital too: two ports, and the 120 ms of a permit. */
  private static final Set<String> GOOD_AS_THEY_ARE =
      Set.of("GATEHOUSE_CONSENT_PORT", "GATEHOUSE_INCIDENT_PORT", "GATEHOUSE_PERMIT_BUDGET");

  /** Set by the name of their property, so no properties file mentions them. */
  private static final Set<String> BY_PROPERTY =
      Set.of(
          "GATEHOUSE_JOURNAL_SEQUENCE_SIGNING_KEY",
          "GATEHOUSE_JOURNAL_SEQUENCE_SIGNING_KEY_REQUIRED");

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(GATEHOUSE_[A-Z_]+)");

  private static final Pattern SECRET = Pattern.compile("(PASSWORD|SECRET|KEY)$");

  private Suite() {}

  /** The variables that a manifest must set for the service. */
  static Set<String> needed(Member member) {
    Set<String> needed = read(member);
    needed.removeAll(GOOD_AS_THEY_ARE);
    needed.addAll(BY_PROPERTY);
    return needed;
  }

  /** The variables that mean something to the service. */
  static Set<String> understood(Member member) {
    Set<String> understood = read(member);
    understood.addAll(BY_PROPERTY);
    return understood;
  }

  static boolean isSecret(String variable) {
    return SECRET.matcher(variable).find();
  }

  private static Set<String> read(Member member) {
    Path root = Checkout.root();
    String settings =
        Yamls.text(
                root.resolve(
                    "chassis/web/src/main/resources/META-INF/microprofile-config.properties"))
            + Yamls.text(
                root.resolve(member.folder()).resolve("src/main/resources/application.properties"));
    return VARIABLE
        .matcher(settings)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
