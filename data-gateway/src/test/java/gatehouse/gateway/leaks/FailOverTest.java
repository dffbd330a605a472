package gatehouse.gateway.leaks;

import static gatehouse.gateway.leaks.Cloud.CHAT;
import static gatehouse.gateway.leaks.Cloud.says;
import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.gateway.fakes.Answers;
import gatehouse.gateway.fakes.FakeServers;
import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.Note;
import gatehouse.gateway.fakes.Script;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cases 49 and 50: a model fails, is not there or falls silent; who else is told, and what. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
@Clause({"G-42", "G-44"})
class FailOverTest implements InItsForms {
  private static final List<String> FORMS = List.of("", ",\"stream\":true");

  @BeforeEach
  void everyoneAgrees() {
    Script.reset();
  }

  @Test
  void case49_failOverStaysInItsZone() {
    for (int status : List.of(429, 500, 503)) {
      for (String form : FORMS) {
        Script.reset();
        Script.status(Script.IN_HOUSE, status);
        house("note-assistant", form);
        assertThat(Script.received(Script.IN_HOUSE)).hasSize(1);
        assertThat(Script.received(Script.PUBLIC)).isEmpty();

        Script.reset();
        Script.status(Script.PUBLIC, status);
        Cloud.send(CHAT, says(Note.TEXT) + form);
        assertThat(Script.received(Script.IN_HOUSE)).isEmpty();
        assertThat(Script.received(Script.PUBLIC)).hasSize(1);
        Cloud.assertNothingLeft();
      }
    }
  }

  @Test
  void case49_anotherModelOfTheSameZoneHelpsOut() {
    for (String form : FORMS) {
      Script.reset();
      Script.status(Script.IN_HOUSE, 503);

      HttpResponse<String> answer = house("discharge-summary", form);

      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      assertThat(Cloud.text(answer.body())).startsWith(Note.TEXT);
      assertThat(Script.received(Script.IN_HOUSE)).hasSize(1);
      assertThat(Script.received(Script.SPARE)).hasSize(1);
      assertThat(Script.received(Script.PUBLIC)).isEmpty();
    }
  }

  @Test
  void case49_anotherCloudUnderTheSamePolicyHelpsOut() {
    for (String form : FORMS) {
      Script.reset();
      referralsAreAdmitted();
      Script.status(Script.PUBLIC, 503);

      HttpResponse<String> answer = call("referral-letter", "public-cloud", form);

      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      assertThat(Cloud.text(answer.body())).contains("欧阳明月").doesNotContain("⟦");
      assertThat(Script.received(Script.PUBLIC)).hasSize(1);
      assertThat(Script.received(Script.PUBLIC_SPARE)).hasSize(1);
      assertThat(Script.received(Script.IN_HOUSE)).isEmpty();
      assertThat(nonces(Script.PUBLIC)).doesNotContainAnyElementsOf(nonces(Script.PUBLIC_SPARE));
      for (String cloud : List.of(Script.PUBLIC, Script.PUBLIC_SPARE)) {
        Note.SECRETS.forEach(
            secret -> assertThat(Script.received(cloud).getFirst()).doesNotContain(secret));
      }
    }
  }

  @Test
  void case49_whatTheModelFindsWrongIsNotTriedElsewhere() {
    for (String form : FORMS) {
      Script.status(Script.IN_HOUSE, 400);

      assertThat(house("discharge-summary", form).statusCode()).isEqualTo(400);

      assertThat(Script.received(Script.SPARE)).isEmpty();
    }
  }

  @Test
  void case49_aModelThatIsSilentSendsNobodyElsewhere() {
    for (String form : FORMS) {
      Script.reset();
      referralsAreAdmitted();
      Script.say("silent:" + Script.IN_HOUSE, "true");

      HttpResponse<String> answer = call("referral-letter", "in-house", form);

      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(502);
      assertThat(answer.body()).contains("\"code\":\"model_failed\"").doesNotContain("欧阳明月");
      assertThat(Script.received(Script.IN_HOUSE)).hasSize(1);
      assertThat(Script.received(Script.PUBLIC)).isEmpty();
      assertThat(Script.received(Script.PUBLIC_SPARE)).isEmpty();
    }
  }

  @Test
  void case49_aModelThatIsNotThereIsReplacedInItsZone() {
    for (String form : FORMS) {
      Script.reset();
      referralsAreAdmitted();
      assertThat(call("referral-letter", "gone", form).statusCode()).isEqualTo(200);
      Script.status(Script.IN_HOUSE, 500);
      assertThat(call("referral-letter", "gone", form).statusCode()).isEqualTo(502);

      assertThat(Script.received(Script.IN_HOUSE)).hasSize(2);
      assertThat(Script.received(Script.PUBLIC)).isEmpty();
      assertThat(Script.received(Script.PUBLIC_SPARE)).isEmpty();
    }
  }

  @Test
  void case49_aModelThatFallsSilentInTheMiddle() {
    Script.say("pause:" + Script.PUBLIC, "60000");

    List<HttpResponse<String>> answers = Cloud.answers(CHAT, says(Note.TEXT));

    assertThat(answers.getFirst().statusCode()).isEqualTo(502);
    assertThat(answers.getFirst().body()).contains("\"code\":\"model_failed\"");
    assertThat(answers.getLast().statusCode()).isEqualTo(200);
    assertThat(answers.getLast().body())
        .contains("\"code\":\"stream_broken\"")
        .doesNotContain("[DONE]");
    assertThat(Script.received(Script.PUBLIC)).hasSize(2);
    assertThat(Script.received(Script.IN_HOUSE)).isEmpty();
  }

  @Test
  void case50_aRetryIsAsCleanAsTheFirst() {
    Script.status(Script.PUBLIC, 500);

    Cloud.answers(CHAT, says(Note.TEXT));
    Cloud.answers(CHAT, says(Note.TEXT));

    assertThat(Script.received(Script.PUBLIC)).hasSize(4);
    Cloud.assertNothingLeft();
  }

  private static void referralsAreAdmitted() {
    Script.say(
        "standings:referral-letter", Answers.standing("referral-letter", "HIGH", "DEIDENTIFIED"));
  }

  private static HttpResponse<String> house(String application, String form) {
    return call(application, "in-house", form);
  }

  private static HttpResponse<String> call(String application, String deployment, String form) {
    String there = ",\"deployment\":\"" + deployment + "\"" + Note.KNOWN;
    String body = Gateway.chat(application, Note.TEXT, there);
    return Gateway.post(CHAT, body.substring(0, body.length() - 1) + form + "}");
  }

  /** The secret part of each token that an upstream received. */
  private static Set<String> nonces(String upstream) {
    return Pattern.compile("⟦NAME-\\d+-([A-Z]{6})")
        .matcher(String.join("", Script.bodies(upstream)))
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }
}
