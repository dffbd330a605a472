package gatehouse.gateway.egress;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.gateway.egress.EgressVerdict.Blocked;
import gatehouse.gateway.egress.EgressVerdict.Verified;
import gatehouse.gateway.permit.Refusal.Code;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A number that stands in for another may look like somebody's beside what surrounds it. */
@Clause("G-44")
class DrawnAgainTest {
  private static final String RECORD = "00123456";
  private static final KnownOfPatient PATIENT =
      new KnownOfPatient(List.of(), List.of(), List.of(), List.of(), List.of(RECORD), List.of());

  private final PrepareEgress prepare =
      new PrepareEgress("CN", new Scanners(Duration.ofSeconds(10)));

  /** Of eight digits behind an area code seven in ten are somebody's landline. */
  @Test
  void anUnluckyDrawBlocksNobody() {
    String text = "病区021-" + RECORD + "，请填表。";
    for (int i = 0; i < 60; i++) {
      EgressVerdict verdict = prepare.prepare(asks(text, "^\\\\d{8}$"));

      assertThat(verdict).isInstanceOf(Verified.class);
      Verified verified = (Verified) verdict;
      assertThat(Requests.sent(verified)).doesNotContain(RECORD);
      assertThat(verified.session().restore(Requests.said(verified))).isEqualTo(text);
    }
  }

  /** Whatever is drawn behind 0571- is a landline, if the pattern asks for one. */
  @Test
  void whatNoDrawMendsKeepsItsToken() {
    String text = "病区0571-" + 20123456 + "，请填表。";
    KnownOfPatient known =
        new KnownOfPatient(
            List.of(), List.of(), List.of(), List.of(), List.of("20123456"), List.of());

    EgressVerdict verdict = prepare.prepare(asks(text, "^2\\\\d{7}$", known));

    assertThat(verdict).isInstanceOf(Verified.class);
    Verified verified = (Verified) verdict;
    assertThat(Requests.said(verified)).contains("⟦").doesNotContain("20123456");
    assertThat(verified.session().restore(Requests.said(verified))).isEqualTo(text);
  }

  @Test
  void whatIsFoundWithoutThemBlocks() {
    EgressVerdict verdict = prepare.prepare(asks("号" + RECORD + "，倒过来是65432100", "^\\\\d{8}$"));

    assertThat(verdict)
        .isInstanceOfSatisfying(
            Blocked.class, blocked -> assertThat(blocked.reason()).isEqualTo(Code.RAW_EGRESS));
  }

  /**
   * Around another name the patient's stands in pieces, which only the last look reads as one. A
   * name that is invented in the token's place is Chinese, too: with it nobody reads the patient's.
   */
  @Test
  void whatOnlyAnInventedValueHidesBlocks() {
    KnownOfPatient known =
        new KnownOfPatient(
            List.of("欧阳明月", "王建国"), List.of(), List.of(), List.of(), List.of(), List.of());

    EgressVerdict alone = prepare.prepare(asks("家属王建国到场。", "^[\\\\u4e00-\\\\u9fa5]{2,4}$", known));
    EgressVerdict verdict =
        prepare.prepare(asks("欧x阳x王建国x明x月", "^[\\\\u4e00-\\\\u9fa5]{2,4}$", known));

    assertThat(alone)
        .isInstanceOfSatisfying(
            Verified.class, sent -> assertThat(Requests.said(sent)).doesNotContain("⟦", "王建国"));
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Blocked.class,
            blocked -> {
              assertThat(blocked.reason()).isEqualTo(Code.RAW_EGRESS);
              assertThat(blocked.counts()).containsKey("LEFT_KNOWN_VALUE");
            });
  }

  private static EgressRequest asks(String text, String pattern) {
    return asks(text, pattern, PATIENT);
  }

  private static EgressRequest asks(String text, String pattern, KnownOfPatient known) {
    return Requests.body(
        "{\"messages\":[{\"role\":\"user\",\"content\":%s}],\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"n\",\"schema\":{\"type\":\"object\",\"properties\":{\"note\":{\"type\":\"string\",\"pattern\":\"%s\"}}}}}}"
            .formatted(Requests.quoted(text), pattern),
        known);
  }
}
