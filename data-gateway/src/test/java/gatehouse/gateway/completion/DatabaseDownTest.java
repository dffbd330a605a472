package gatehouse.gateway.completion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.embedded.SwitchablePostgres;
import gatehouse.gateway.fakes.FakeServers;
import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.Note;
import gatehouse.gateway.fakes.Script;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A real PostgreSQL is stopped under the running gateway: nothing leaves that is not recorded. */
@QuarkusTest
@WithTestResource(Parts.class)
@WithTestResource(
    value = SwitchablePostgres.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
class DatabaseDownTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PERMIT_QUESTION =
      """
      {"application":"note-assistant","patient":{"issuer":"HIS","id":"00123456"},
       "encounter":"E-1","purpose":"CARE","dataCategories":["LAB"],"user":"qian.physician"}
      """;

  @Inject DataSource database;

  @Test
  @Clause("G-44")
  void theDoorIsShutUntilTheRecordIsBack() throws Exception {
    Script.reset();
    assertThat(chat("").statusCode()).isEqualTo(200);
    int before = sentToModels();

    SwitchablePostgres.switchOff();

    blocked(chat(""));
    blocked(chat(",\"stream\":true"));
    blocked(chat(",\"deployment\":\"public-cloud\"" + Note.KNOWN, ""));
    assertThat(Gateway.post("/v1/permits", PERMIT_QUESTION).statusCode()).isEqualTo(503);
    assertThat(sentToModels()).isEqualTo(before);

    SwitchablePostgres.switchOn();

    assertThat(chatUntilItIsBack().statusCode()).isEqualTo(200);
    // A call that the model answered but the register did not yet keep is refused and asked again.
    assertThat(sentToModels()).isGreaterThan(before);
  }

  @Test
  @Clause("G-32")
  void whatWasAnsweredIsRegisteredWholeAcrossARestart() throws Exception {
    Script.reset();
    Set<String> answered = ConcurrentHashMap.newKeySet();
    AtomicBoolean done = new AtomicBoolean();
    List<Thread> callers =
        IntStream.range(0, 8)
            .mapToObj(_ ->
                Thread.startVirtualThread(() -> {
                  while (!done.get()) {
                    HttpResponse<String> answer = chat("");
                    if (answer.statusCode() == 200) {
                      answer.headers().firstValue("x-gatehouse-output").ifPresent(answered::add);
                    }
                  }
                }))
            .toList();

    awaitMore(answered);
    SwitchablePostgres.switchOff();
    SwitchablePostgres.switchOn();
    awaitMore(answered);
    done.set(true);
    for (Thread caller : callers) {
      caller.join();
    }

    Set<String> rows = ids("select id from gateway.output");
    assertThat(rows).containsAll(answered);
    assertThat(ids("select output_id from gateway.output_content")).isEqualTo(rows);
    assertThat(ids("select output_id from gateway.output_key")).isEqualTo(rows);
    assertThat(
            ids(
                "select subject from journal.entries"
                    + " where type = 'gatehouse.gateway.output.registered.v1'"))
        .isEqualTo(rows);
  }

  private static void awaitMore(Set<String> answered) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    int enough = answered.size() + 20;
    while (answered.size() < enough && System.nanoTime() < deadline) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
    assertThat(answered).hasSizeGreaterThanOrEqualTo(enough);
  }

  private Set<String> ids(String question) throws SQLException {
    Set<String> ids = new TreeSet<>();
    try (Connection connection = database.getConnection();
        Statement select = connection.createStatement();
        ResultSet row = select.executeQuery(question)) {
      while (row.next()) {
        ids.add(row.getString(1));
      }
    }
    return ids;
  }

  private static void blocked(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("retry-after")).hasValue("5");
    JsonNode error = JSON.readTree(answer.body()).path("error");
    assertThat(error.path("code").asText()).isEqualTo("not_recorded");
    Note.SECRETS.forEach(secret -> assertThat(answer.body()).doesNotContain(secret));
  }

  private static HttpResponse<String> chatUntilItIsBack() {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    HttpResponse<String> answer = chat("");
    while (answer.statusCode() == 503 && System.nanoTime() < deadline) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
      answer = chat("");
    }
    return answer;
  }

  private static HttpResponse<String> chat(String member) {
    return chat("", member);
  }

  private static HttpResponse<String> chat(String context, String member) {
    String body = Gateway.chat("note-assistant", Note.TEXT, context);
    return Gateway.post(
        "/v1/chat/completions", body.substring(0, body.length() - 1) + member + "}");
  }

  private static int sentToModels() {
    return Script.received(Script.IN_HOUSE).size() + Script.received(Script.PUBLIC).size();
  }
}
