package gatehouse.gateway.egress;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.gateway.egress.EgressVerdict.Verified;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of JSON, which have no zeros in front and no label beside them. */
@Clause({"G-42", "G-44"})
class BareNumbersTest {
  private static final KnownOfPatient KNOWN =
      new KnownOfPatient(
          List.of("欧阳明月"),
          List.of(),
          List.of("010-62345678", "13812345678"),
          List.of(),
          List.of("00123456"),
          List.of());
  private static final List<String> SECRETS =
      List.of("123456", "13812345678", "62345678", "12345678", "1.23456", "欧阳明月");

  private final PrepareEgress prepare =
      new PrepareEgress("CN", new Scanners(Duration.ofSeconds(10)));

  @ParameterizedTest
  @ValueSource(strings = {"123456", "123456.0", "1.23456e5", "62345678", "12345678"})
  void aKnownNumberOfASchemaStays(String number) {
    for (String where :
        List.of("\"enum\":[%s]", "\"items\":{\"const\":[[%s]]}", "\"items\":[[%s]]")) {
      EgressVerdict verdict =
          body(
              "{\"messages\":[{\"role\":\"user\",\"content\":\"好\"}],\"tools\":[{\"type\":\"function\","
                  + "\"function\":{\"name\":\"f\",\"parameters\":{\"type\":\"object\",\"properties\":"
                  + "{\"a\":{\"type\":\"integer\","
                  + where.formatted(number)
                  + "}}}}}]}");

      assertThat(verdict).isInstanceOf(EgressVerdict.Blocked.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"123456", "62345678", "12345678"})
  void theIdOfACallIsNobodysNumber(String id) {
    assertNothingLeaves(
        body(
            "{\"messages\":[{\"role\":\"assistant\",\"tool_calls\":[{\"id\":"
                + id
                + ",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}]}]}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[[\"欧阳明月\",123456,37.2]]",
        "[[\"欧阳明月\",62345678]]",
        "[[123456,37.2],[88,36]]",
        "{\"电话\":[13812345678]}",
        "{\"ids\":[[123456]],\"who\":\"欧阳明月\"}",
        "{\"columns\":[\"name\",\"mrn\"],\"rows\":[[\"欧阳明月\",123456,37.2]]}"
      })
  void aRowOfAResultIsCleaned(String json) {
    assertNothingLeaves(Requests.says(json, KNOWN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"max_tokens\":4096,\"seed\":42,\"temperature\":0.7,\"top_p\":0.95,%s}",
        "{\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\",\"parameters\":{\"type\":\"object\","
            + "\"properties\":{\"a\":{\"type\":\"string\",\"maxLength\":4000},"
            + "\"b\":{\"enum\":[1,2,2024]}}}}}],%s}"
      })
  void numbersOfNobodyStay(String template) {
    EgressRequest request =
        Requests.body(
            template.formatted(
                "\"messages\":[{\"role\":\"user\",\"content\":\"[[36.5,120,80],[37.25,4096,12.75]]\"}]"),
            KNOWN);

    EgressVerdict verdict = prepare.prepare(request);

    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verified.class, sent -> assertThat(Requests.sent(sent)).contains("[37.25,4096,12.75]"));
  }

  private EgressVerdict body(String json) {
    return prepare.prepare(Requests.body(json, KNOWN));
  }

  private void assertNothingLeaves(EgressRequest request) {
    assertNothingLeaves(prepare.prepare(request));
  }

  private static void assertNothingLeaves(EgressVerdict verdict) {
    if (verdict instanceof Verified sent) {
      assertThat(Requests.sent(sent)).doesNotContain(SECRETS);
    }
  }
}
