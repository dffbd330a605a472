package gatehouse.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.embedded.Ports;
import gatehouse.local.blueprint.Listener;
import gatehouse.local.blueprint.PortPlan;
import gatehouse.local.blueprint.RunFolder;
import gatehouse.local.processes.Mark;
import java.io.IOException;
import java.io.Reader;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees of {@code ./suite run}, {@code status} and {@code stop}, with real parts. */
class SuiteIT {
  private static final String UP = "Everything is up";

  @TempDir private Path folder = Path.of("");

  @AfterEach
  void stop() throws Exception {
    assertThat(SuiteProcess.exitCode(folder, "stop")).isEqualTo(0);
  }

  @Test
  void statusIsZeroExactlyWhileAllIsReady() throws Exception {
    assertThat(SuiteProcess.exitCode(folder, "status")).isEqualTo(3);
    try (SuiteProcess suite = run("postgres,kafka,models")) {
      suite.awaitLine(UP);
      assertThat(SuiteProcess.exitCode(folder, "status")).isEqualTo(0);

      SuiteProcess.exitCode(folder, "stop");

      assertThat(suite.awaitEnd()).isEqualTo(143);
      assertThat(SuiteProcess.exitCode(folder, "status")).isEqualTo(3);
    }
  }

  @Test
  void terminationLeavesNothingRunning() throws Exception {
    try (SuiteProcess suite = run("postgres,kafka,models")) {
      suite.awaitLine(UP);
      List<Mark> running = running();
      assertThat(running).hasSize(4);

      suite.terminate();

      assertThat(suite.awaitEnd()).isEqualTo(143);
      assertThat(suite.output()).contains("Stopped after");
      assertThat(running).noneMatch(SuiteIT::lives);
    }
  }

  @Test
  void theBrokerLetsItsOperatorInAndNobodyWithoutAUser() throws Exception {
    try (SuiteProcess suite = run("kafka")) {
      suite.awaitLine(UP);
      Map<String, Object> operator = operator();
      Map<String, Object> nobody = Map.of("bootstrap.servers", operator.get("bootstrap.servers"));

      assertThat(topics(operator)).contains("incident.stop.v1");
      assertThatThrownBy(() -> topics(nobody)).hasRootCauseInstanceOf(TimeoutException.class);
    }
  }

  @Test
  void dataSurviveUntilTheyAreForgotten() throws Exception {
    try (SuiteProcess suite = run("postgres")) {
      suite.awaitLine(UP);
      execute("create table kept (id int)");
    }
    try (SuiteProcess suite = run("postgres")) {
      suite.awaitLine(UP);
      assertThat(tables("kept")).isEqualTo(1);
    }
    try (SuiteProcess suite = run("postgres", "--fresh")) {
      suite.awaitLine(UP);
      assertThat(tables("kept")).isZero();
    }
  }

  @Test
  void aTakenPortIsNamedWithItsPart() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, Ports.loopback());
        SuiteProcess suite =
            run("postgres,models", "--port", "model-in-house=" + taken.getLocalPort())) {
      assertThat(suite.awaitEnd()).isEqualTo(4);
      assertThat(suite.output())
          .contains("Port " + taken.getLocalPort() + ", which models needs, is taken")
          .contains("--port model-in-house=NUMBER")
          .contains("--free-ports");
      assertThat(running()).isEmpty();
    }
  }

  @Test
  void whatAKilledRunLeftBehindIsFoundAndEnded() throws Exception {
    try (SuiteProcess killed = run("postgres,models")) {
      killed.awaitLine(UP);
      ProcessHandle launcher = process(Mark.LAUNCHER);
      launcher.destroyForcibly();
      launcher.onExit().get(10, TimeUnit.SECONDS);
      killed.awaitEnd();
    }
    List<Mark> leftovers = running();
    assertThat(leftovers).hasSize(2);

    try (SuiteProcess next = run("postgres,models")) {
      next.awaitLine(UP);

      assertThat(next.output())
          .contains("stopped a leftover: models")
          .contains("stopped a leftover: postgres");
      assertThat(leftovers).noneMatch(SuiteIT::lives);
    }
  }

  @Test
  void stopEndsWhatAKilledRunLeftBehind() throws Exception {
    try (SuiteProcess killed = run("models")) {
      killed.awaitLine(UP);
      process(Mark.LAUNCHER).destroyForcibly();
      killed.awaitEnd();
    }
    Mark leftover = Mark.of(new RunFolder(folder), "models").orElseThrow();
    assertThat(lives(leftover)).isTrue();
    assertThat(SuiteProcess.exitCode(folder, "status")).isEqualTo(3);

    assertThat(SuiteProcess.exitCode(folder, "stop")).isEqualTo(0);

    assertThat(lives(leftover)).isFalse();
  }

  @Test
  void aSecondRunInTheSameFolderIsRefused() throws Exception {
    try (SuiteProcess first = run("models")) {
      first.awaitLine(UP);

      try (SuiteProcess second = run("models")) {
        assertThat(second.awaitEnd()).isEqualTo(7);
        assertThat(second.output()).contains("./suite stop");
      }
      assertThat(process("models").isAlive()).isTrue();
    }
  }

  @Test
  void aPartThatDiesIsToldWithItsLog() throws Exception {
    try (SuiteProcess suite = run("models")) {
      suite.awaitLine(UP);

      process("models").destroyForcibly();

      suite.awaitLine("models               has ended; its log: ");
      assertThat(SuiteProcess.exitCode(folder, "status")).isEqualTo(3);
    }
  }

  private SuiteProcess run(String parts, String... more) throws Exception {
    String[] arguments = new String[more.length + 3];
    arguments[0] = "--free-ports";
    arguments[1] = "--only";
    arguments[2] = parts;
    System.arraycopy(more, 0, arguments, 3, more.length);
    return SuiteProcess.start(folder, "run", arguments);
  }

  private List<Mark> running() {
    return Mark.in(new RunFolder(folder)).stream().filter(SuiteIT::lives).toList();
  }

  /** Not {@link ProcessHandle#isAlive}: that counts the dead whom the system has yet to bury. */
  private static boolean lives(Mark mark) {
    return mark.process().isPresent();
  }

  private ProcessHandle process(String part) {
    return Mark.of(new RunFolder(folder), part).flatMap(Mark::process).orElseThrow();
  }

  private Map<String, Object> operator() throws IOException {
    Properties written = new Properties();
    try (Reader in = Files.newBufferedReader(new RunFolder(folder).operator())) {
      written.load(in);
    }
    Map<String, Object> operator = new HashMap<>();
    written.forEach((name, value) -> operator.put(name.toString(), value));
    return operator;
  }

  private static Set<String> topics(Map<String, Object> settings) throws Exception {
    Map<String, Object> hasty = new HashMap<>(settings);
    hasty.put("request.timeout.ms", "2000");
    hasty.put("default.api.timeout.ms", "5000");
    try (Admin admin = Admin.create(hasty)) {
      return admin.listTopics().names().get();
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private int tables(String name) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "select count(*) from pg_tables where tablename = '" + name + "'")) {
      found.next();
      return found.getInt(1);
    }
  }

  private Connection connect() throws SQLException {
    int port = PortPlan.savedIn(new RunFolder(folder).ports()).of(Listener.POSTGRES);
    String url = "jdbc:postgresql://127.0.0.1:" + port + "/consent";
    return DriverManager.getConnection(url, "consent_owner", "consent_owner");
  }
}
