package gatehouse.gateway.lost;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gatehouse.clauses.Clause;
import gatehouse.embedded.Eventually;
import gatehouse.embedded.Parts;
import gatehouse.embedded.SwitchablePostgres;
import gatehouse.gateway.fakes.FakeServers;
import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.Script;
import gatehouse.gateway.fakes.Ward;
import gatehouse.gateway.output.RegisterOutput;
import gatehouse.gateway.permit.Permits;
import gatehouse.gateway.process.ThisProcess;
import gatehouse.journal.Actors;
import gatehouse.journal.Entry;
import gatehouse.journal.Journal;
import gatehouse.pseudonym.Pseudonyms;
import gatehouse.web.Ids;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What was seen and not registered: by a real stream over a real PostgreSQL, and by the journal.
 */
@QuarkusTest
@WithTestResource(Parts.class)
@WithTestResource(
    value = SwitchablePostgres.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
class LostAnswersTest {
  private static final String CHAT = "/v1/chat/completions";
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final int BEGUN = 300;

  @Inject RegisterLost registerLost;
  @Inject LetOutStreams streams;
  @Inject RegisterOutput outputs;
  @Inject RegisterLost.Patience patience;
  @Inject ThisProcess process;
  @Inject Journal journal;
  @Inject Actors actors;
  @Inject EntityManager database;
  @Inject Permits permits;
  @Inject Pseudonyms pseudonyms;
  @Inject Ids ids;

  @BeforeEach
  void everyoneAgrees() {
    Script.reset();
  }

  @Test
  @Clause({"G-27", "G-28"})
  void aStreamThatNobodyCouldRegisterIsFoundByTheIdThatItsCallerSaw() throws Exception {
    String id = streamUnderWhichTheDatabaseDies();

    Eventually.holds("the output is lost", SOON, () -> isLost(id));

    JsonNode output = Ward.read(id);
    assertThat(output.path("application").asText()).isEqualTo("note-assistant");
    assertThat(output.path("encounterRef").asText()).isNotEmpty();
    assertThat(output.path("userRef").asText()).isNotEmpty();
    assertThat(output.path("complete").asBoolean()).isFalse();
    assertThat(lost()).contains(id);
    assertThat(toldOf(id)).isEqualTo(1);
  }

  @Test
  @Clause({"G-27", "G-28"})
  void nobodyTakesItAndAPhysicianEndsIt() throws Exception {
    String id = died();
    Eventually.holds("the output is lost", SOON, () -> isLost(id));
    String physician = Ward.physician();

    HttpResponse<String> text = Gateway.get("/v1/outputs/" + id + "/content", physician);
    HttpResponse<String> confirmed = Ward.decide(physician, id, "confirm", "");
    HttpResponse<String> edited = Ward.decide(physician, id, "edit", ",\"text\":\"自拟\"");
    boolean wasListed = lost().contains(id);
    HttpResponse<String> rejected =
        Ward.decide(physician, id, "reject", ",\"reason\":\"NOT_NEEDED\"");

    assertThat(text.statusCode()).isEqualTo(410);
    assertThat(Ward.json(text).path("type").asText()).isEqualTo("/problems/output-lost");
    assertThat(confirmed.statusCode()).as(confirmed.body()).isEqualTo(409);
    assertThat(edited.statusCode()).as(edited.body()).isEqualTo(409);
    assertThat(wasListed).isTrue();
    assertThat(rejected.statusCode()).isEqualTo(200);
    assertThat(lost()).doesNotContain(id);
    assertThat(Ward.release(id, "RECORD").statusCode()).isEqualTo(403);
  }

  @Test
  void whatEndedInAnyWayIsNotLost() throws Exception {
    assertThat(Gateway.post(CHAT, streamed()).statusCode()).isEqualTo(200);
    assertThat(Gateway.post(CHAT, Gateway.chat("note-assistant", "概括", "")).statusCode())
        .isEqualTo(200);
    DeadGateway.letOutWhole(permits, ids, pseudonyms.of("HIS", "00123456"));
    Script.status(Script.IN_HOUSE, 503);
    assertThat(Gateway.post(CHAT, streamed()).statusCode()).isEqualTo(503);
    Script.status(Script.IN_HOUSE, 200);
    Script.say("raw:" + Script.IN_HOUSE, "{\"choices\":[]}");
    assertThat(Gateway.post(CHAT, streamed()).statusCode()).isEqualTo(502);
    Eventually.holds("both are written down", SOON, () -> unanswered() >= 2);
    List<String> before = lost();

    String died = died();
    Eventually.holds("all of them were looked at", SOON, () -> isLost(died));

    List<String> added = new ArrayList<>(lost());
    added.removeAll(before);
    assertThat(added).containsExactly(died);
  }

  @Test
  void whatMayStillBeOnItsWayIsNotLost() throws Exception {
    String id = died();
    Eventually.holds("it has its number", SOON, () -> Gateway.journal().contains(id));

    assertThat(registerLost.look().lost()).isZero();

    assertThat(Gateway.get("/v1/outputs/" + id, Ward.physician()).statusCode()).isEqualTo(404);
  }

  /** One of two replicas is killed: the other one need not wait until no stream can still run. */
  @Test
  @Clause({"G-27", "G-28"})
  void whatAProcessLetOutThatIsGoneIsLostSoon() throws Exception {
    UUID gone = ids.next();
    UUID other = ids.next();
    String its = letOutBy(gone);
    String others = letOutBy(other);
    String ours = died();
    Eventually.holds("all have their numbers", SOON, () -> Gateway.journal().contains(ours));
    QuarkusTransaction.requiringNew().run(() -> streams.isThere(other));
    setSeen(gone, "now() - interval '61 seconds'");
    AtomicLong nanos = new AtomicLong();
    SignsOfLife signs = new SignsOfLife(streams, process, Duration.ofMinutes(1), nanos::get);
    RegisterLost looking = new RegisterLost(streams, outputs, Clock.systemUTC(), patience, signs);

    int early = QuarkusTransaction.requiringNew().call(looking::lookForGone);
    for (int second = 0; second < 60; second++) {
      nanos.addAndGet(Duration.ofSeconds(1).toNanos());
      QuarkusTransaction.requiringNew().run(signs::give);
    }
    int found = QuarkusTransaction.requiringNew().call(looking::lookForGone);
    int again = QuarkusTransaction.requiringNew().call(looking::lookForGone);

    assertThat(early).as("found by one that has not been heard itself for so long").isZero();
    assertThat(found).isEqualTo(1);
    assertThat(again).isZero();
    assertThat(lost()).contains(its).doesNotContain(others, ours);
    assertThat(toldOf(its)).isEqualTo(1);
  }

  /** What the journal says of a stream that another process of the gateway let out. */
  private String letOutBy(UUID other) {
    UUID output = ids.next();
    journal.record(
        Entry.of("gatehouse.gateway.permit.decided.v1", "note-assistant")
            .by(actors.service())
            .data(
                Map.of(
                    "permitId", ids.next().toString(),
                    "application", "note-assistant",
                    "sent",
                        Map.of(
                            "deployment",
                            "in-house",
                            "digest",
                            "sha256:" + "0a".repeat(32),
                            "streamedAs",
                            output.toString(),
                            "streamedBy",
                            other.toString())))
            .build());
    return output.toString();
  }

  private void setSeen(UUID process, String when) {
    QuarkusTransaction.requiringNew()
        .run(() -> {
          streams.isThere(process);
          database
              .createNativeQuery(
                  "update {h-schema}process set seen_at = " + when + " where id = ?1")
              .setParameter(1, process)
              .executeUpdate();
        });
  }

  private String died() {
    return DeadGateway.letOut(permits, ids, pseudonyms.of("HIS", "00123456")).toString();
  }

  /** The caller reads, the database is gone, the model ends: nobody has the text but the caller. */
  private static String streamUnderWhichTheDatabaseDies() throws Exception {
    Script.say("pause:" + Script.IN_HOUSE, "20");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(Gateway.url() + CHAT))
            .POST(BodyPublishers.ofString(streamed()))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + Gateway.his())
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
      assertThat(answer.statusCode()).isEqualTo(200);
      String seen = new String(answer.body().readNBytes(BEGUN), StandardCharsets.UTF_8);
      assertThat(seen).contains("data: {");
      SwitchablePostgres.switchOff();
      String rest = rest(answer.body());
      assertThat(rest).contains("stream_broken");
      return answer.headers().firstValue("X-Gatehouse-Output").orElseThrow();
    } finally {
      SwitchablePostgres.switchOn();
    }
  }

  private static String rest(InputStream body) throws IOException {
    return new String(body.readAllBytes(), StandardCharsets.UTF_8);
  }

  private static String streamed() {
    return Gateway.chat("note-assistant", "请把病程记录概括成三句话，再列出用药。".repeat(8), "")
        .replaceFirst("\\{", "{\"stream\":true,");
  }

  /** Nothing runs while it is looked, so everything that was let out by now has ended. */
  private boolean isLost(String id) {
    try {
      registerLost.look(Instant.now());
    } catch (RuntimeException _) {
      // The database is not back yet.
      return false;
    }
    HttpResponse<String> output = Gateway.get("/v1/outputs/" + id, Ward.physician());
    return output.statusCode() == 200 && Ward.json(output).path("state").asText().equals("LOST");
  }

  private static List<String> lost() {
    List<String> lost = new ArrayList<>();
    JsonNode page = Ward.json(Gateway.get("/v1/outputs?state=LOST&limit=200", Ward.physician()));
    page.path("outputs").forEach(output -> lost.add(output.path("outputId").asText()));
    return lost;
  }

  private static int unanswered() {
    return Gateway.journal().split("gatehouse.gateway.permit.unanswered.v1", -1).length - 1;
  }

  private static int toldOf(String id) {
    UUID subject = UUID.fromString(id);
    return Gateway.journal()
            .split("output\\.lost\\.v1\",\"subject\":\"" + subject + "\"", -1)
            .length
        - 1;
  }
}
