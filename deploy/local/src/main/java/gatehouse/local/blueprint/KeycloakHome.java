package gatehouse.local.blueprint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Keycloak's folder in the run: links to the unpacked distribution, and the realm to import. It
 * keeps its data in PostgreSQL; the distribution itself is only read, but for one first build.
 *
 * <p>Its own start script is not used: it insists on the G1 collector and puts a shell between us
 * and the process.
 */
final class KeycloakHome implements Preparation {
  private static final List<String> BUILD_OPTIONS =
      List.of(
          "--db=postgres",
          "--health-enabled=true",
          "--features-disabled=ciba,device-flow,kerberos,organization");

  private static final long BUILD_MINUTES = 5;

  private final Path checkout;
  private final RunFolder run;
  private final PortPlan ports;

  KeycloakHome(Path checkout, RunFolder run, PortPlan ports) {
    this.checkout = checkout;
    this.run = run;
    this.ports = ports;
  }

  /** Where building the project unpacks it. */
  Path jar() {
    return distribution().resolve("lib/quarkus-run.jar");
  }

  @Override
  public void run(Consumer<String> progress) throws Exception {
    if (!mark().fits()) {
      progress.accept("keycloak is being built for its database, once (20 to 60 s)");
      build();
    }
    Files.createDirectories(home().resolve("data/import"));
    for (String folder : List.of("bin", "conf", "lib", "providers", "themes")) {
      link(home().resolve(folder), distribution().resolve(folder));
    }
    Files.copy(
        checkout.resolve("deploy/realm/hospital-realm.json"),
        home().resolve("data/import/hospital-realm.json"),
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** The command that serves. The realm is imported when the database does not know it yet. */
  List<String> start() {
    List<String> command = command(home());
    command.addAll(
        List.of(
            "start",
            "--optimized",
            "--import-realm",
            "--db-url=jdbc:postgresql://127.0.0.1:" + ports.of(Listener.POSTGRES) + "/keycloak",
            "--db-username=keycloak_owner",
            "--db-password=keycloak_owner",
            "--db-pool-max-size=10",
            "--http-enabled=true",
            "--http-host=127.0.0.1",
            "--http-port=" + ports.of(Listener.KEYCLOAK),
            "--http-management-port=" + ports.of(Listener.KEYCLOAK_MANAGEMENT),
            "--http-management-scheme=http",
            // Without it the issuer would follow the address that a caller happens to use.
            "--hostname=" + ports.url(Listener.KEYCLOAK),
            "--cache=local",
            // Otherwise each look before it is ready is a line.
            "--log-level=INFO,io.smallrye.health:ERROR"));
    return command;
  }

  private void build() throws IOException, InterruptedException {
    List<String> command = command(distribution());
    command.add("build");
    command.addAll(BUILD_OPTIONS);
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(run.log("keycloak-build").toFile())
            .start();
    if (!process.waitFor(BUILD_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException("Building Keycloak took more than " + BUILD_MINUTES + " minutes");
    }
    if (process.exitValue() != 0) {
      throw new IOException("Building Keycloak failed, see " + run.log("keycloak-build"));
    }
    mark().set();
  }

  private BuiltMark mark() {
    return new BuiltMark(distribution(), BUILD_OPTIONS);
  }

  private List<String> command(Path homeFolder) {
    List<String> command = new ArrayList<>(new Java(run).jvm("keycloak", 384));
    command.addAll(
        List.of(
            "-XX:MaxMetaspaceSize=256m",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "-Duser.language=en",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Dpicocli.disable.closures=true",
            "-Dkc.home.dir=" + homeFolder,
            "-Djboss.server.config.dir=" + homeFolder.resolve("conf"),
            "-cp",
            jar().toString(),
            "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
    return command;
  }

  private Path home() {
    return run.data().resolve("keycloak");
  }

  private Path distribution() {
    Path unpacked = checkout.resolve("deploy/local/target/keycloak");
    if (!Files.isDirectory(unpacked)) {
      return unpacked.resolve("keycloak");
    }
    try (Stream<Path> folders = Files.list(unpacked)) {
      return folders
          .filter(folder -> folder.getFileName().toString().startsWith("keycloak-"))
          .max(Path::compareTo)
          .orElse(unpacked.resolve("keycloak"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void link(Path link, Path target) throws IOException {
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, target);
  }

  /**
   * Says of an unpacked Keycloak that it was built, how, and which build it was. Unpacking it again
   * puts the files of before the build back and leaves the mark, so that the mark alone proves
   * nothing.
   */
  static final class BuiltMark {
    private static final String MARK = ".gatehouse-built";
    private static final String WRITTEN_BY_A_BUILD = "lib/quarkus/quarkus-application.dat";

    private final Path distribution;
    private final List<String> options;

    BuiltMark(Path distribution, List<String> options) {
      this.distribution = distribution;
      this.options = options;
    }

    /** Whether what lies there is what was built, with these options. */
    boolean fits() throws IOException {
      Path mark = distribution.resolve(MARK);
      return Files.exists(mark) && Files.readString(mark).equals(text());
    }

    /** Marks what lies there as built. */
    void set() throws IOException {
      Files.writeString(distribution.resolve(MARK), text());
    }

    private String text() throws IOException {
      Path written = distribution.resolve(WRITTEN_BY_A_BUILD);
      String build = Files.exists(written) ? Files.getLastModifiedTime(written).toString() : "none";
      return String.join("\n", options) + "\n" + build + "\n";
    }
  }
}
