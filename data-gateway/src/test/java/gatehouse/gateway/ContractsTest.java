package gatehouse.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gatehouse.embedded.Parts;
import gatehouse.embedded.Tokens;
import gatehouse.gateway.fakes.FakeServers;
import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.Note;
import gatehouse.gateway.fakes.Script;
import gatehouse.gateway.fakes.Ward;
import gatehouse.gateway.lost.DeadGateway;
import gatehouse.gateway.lost.RegisterLost;
import gatehouse.gateway.output.OutputLedger;
import gatehouse.gateway.permit.Permits;
import gatehouse.gateway.reconciliation.Reconcile;
import gatehouse.gateway.upstream.LateStop;
import gatehouse.pseudonym.Pseudonyms;
import gatehouse.rules.Contracts;
import gatehouse.web.Ids;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
class ContractsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PATIENCE = 30_000_000_000L;

  @Inject Reconcile reconcile;
  @Inject RegisterLost registerLost;
  @Inject OutputLedger ledger;
  @Inject Permits permits;
  @Inject Pseudonyms pseudonyms;
  @Inject Ids ids;

  @BeforeEach
  void everyoneAgrees() {
    Script.reset();
  }

  @Test
  void servedOpenApiIsTheCommittedOne() {
    HttpResponse<String> served = Gateway.get("/openapi", Gateway.his());

    assertThat(served.statusCode()).isEqualTo(200);
    Contracts.openApiIs(served.body());
  }

  @Test
  void everyPromisedEventHappensAndFitsItsSchema() throws IOException {
    Gateway.post("/v1/chat/completions", Gateway.chat("note-assistant", Note.TEXT, Note.KNOWN));
    Gateway.post(
        "/v1/chat/completions",
        Gateway.chat(
            "note-assistant", Note.TEXT, ",\"deployment\":\"public-cloud-strict\"" + Note.KNOWN));

    everyDecisionAboutAnOutput();
    reconcile.nightly();
    everySupervision();
    everyKey();
    everythingAtTheDesk();
    everyEnding();
    everyAnswerThatNobodyRegistered();

    Set<String> missing = new TreeSet<>(Contracts.eventNames());
    long deadline = System.nanoTime() + PATIENCE;
    long after = 0;
    while (!missing.isEmpty() && System.nanoTime() < deadline) {
      JsonNode page = JSON.readTree(journal(after));
      for (JsonNode entry : page.path("entries")) {
        missing.remove(check(entry));
      }
      after = page.path("next").asLong();
    }
    assertThat(missing).as("promised and never seen").isEmpty();
  }

  private static void everyDecisionAboutAnOutput() {
    String physician = Ward.physician();
    String id = Ward.answer(Note.TEXT).id();
    Gateway.get("/v1/outputs/" + id + "/content", physician);
    Ward.decide(physician, id, "confirm", "");
    Ward.decide(physician, id, "edit", ",\"text\":\"咳嗽三周\",\"statement\":\"支气管炎\"");
    String token = Ward.json(Ward.release(id, "RECORD")).path("token").asText();
    Ward.redeem(token, id, Ward.digest(id));
    Ward.wrote(id, Ward.digest(id));
    Ward.decide(physician, id, "reject", ",\"reason\":\"HALLUCINATION\"");
  }

  /** One that its physician ends, and one that falls silent. */
  private static void everySupervision() {
    String id = Ward.json(Ward.supervise(Ward.physician(), "E-7")).path("supervisionId").asText();
    Ward.post(Ward.physician(), "/v1/supervisions/" + id + "/end", "");
    Ward.supervise(Ward.physician(), "E-8");
  }

  private static void everyKey() {
    String info = Tokens.as("chen.info").roles("SEAT_INFO_CENTRE").token();
    String id =
        Ward.json(
                Ward.post(
                    info,
                    "/v1/api-keys",
                    "{\"client\":\"ward\",\"scopes\":[\"MODELS\"],\"days\":1}"))
            .path("details")
            .path("keyId")
            .asText();
    Ward.post(info, "/v1/api-keys/" + id + "/rotate", "{\"overlapMinutes\":1}");
    Ward.post(info, "/v1/api-keys/" + id + "/revoke", "");
  }

  private static void everythingAtTheDesk() {
    String strict =
        Gateway.chat(
            "note-assistant", Note.TEXT, ",\"deployment\":\"public-cloud-strict\"" + Note.KNOWN);
    String id = "";
    for (int i = 0; i < 3; i++) {
      id =
          Ward.json(Gateway.post("/v1/chat/completions", strict))
              .path("error")
              .path("gatehouse")
              .path("blockId")
              .asText();
    }
    String first = Tokens.as("jiang.security").roles("SECURITY_ANALYST").token();
    String second = Tokens.as("he.security").roles("SECURITY_ANALYST").token();
    Ward.post(first, "/v1/block-cases/" + id + "/triage", "{\"verdict\":\"FALSE_POSITIVE\"}");
    Ward.post(first, "/v1/block-cases/" + id + "/explain", "{\"text\":\"术语\"}");
    Ward.post(
        second,
        "/v1/block-cases/" + id + "/release",
        "{\"kind\":\"ENGINE_RULE\",\"reference\":\"names/stop-list\",\"version\":\"0.2\"}");
    Ward.post(second, "/v1/block-cases/" + id + "/close", "");
    Ward.post(first, "/v1/quarantines", "{\"client\":\"nobody\"}");
    Ward.post(first, "/v1/quarantines/end", "{\"client\":\"nobody\"}");
  }

  private static void everyEnding() {
    LateStop.expect();
    Gateway.post("/v1/chat/completions", Gateway.chat("note-assistant", Note.TEXT, Note.KNOWN));
  }

  /** One that no model gave, and one whose gateway died. */
  private void everyAnswerThatNobodyRegistered() {
    Script.reset();
    Script.status(Script.IN_HOUSE, 503);
    Gateway.post(
        "/v1/chat/completions",
        Gateway.chat("note-assistant", Note.TEXT, Note.KNOWN)
            .replaceFirst("\\{", "{\"stream\":true,"));
    UUID lost = DeadGateway.letOut(permits, ids, pseudonyms.of("HIS", "00123456"));
    long deadline = System.nanoTime() + PATIENCE;
    while (ledger.find(lost).isEmpty() && System.nanoTime() < deadline) {
      registerLost.look(Instant.now());
    }
  }

  private static String journal(long after) {
    String auditor = Tokens.as("han.auditor").roles("AUDITOR").token();
    HttpResponse<String> page = Gateway.get("/v1/journal?limit=1000&after=" + after, auditor);
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    return page.body();
  }

  /** Puts the Kafka value together again from the entry, and returns the event's file name. */
  private static String check(JsonNode entry) {
    String[] type = entry.path("type").asText().split("\\.", -1);
    String name = type[2] + "-" + type[3];
    ObjectNode value = JSON.createObjectNode();
    value.set("aggregateId", entry.path("subject"));
    for (String field :
        new String[] {"version", "occurredAt", "recordedAt", "actor", "clauses", "data"}) {
      value.set(field, entry.path(field));
    }
    Contracts.assertEventIs(name, value.toString());
    Note.SECRETS.forEach(secret -> assertThat(value.toString()).doesNotContain(secret));
    assertThat(value.toString()).doesNotContain("E-1\"", "qian.physician", "咳嗽", "支气管炎");
    return name;
  }
}
