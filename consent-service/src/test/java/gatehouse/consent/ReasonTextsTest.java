package gatehouse.consent;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.consent.consent.Shortfall;
import gatehouse.consent.decision.Ground;
import gatehouse.consent.decision.Verdict;
import gatehouse.consent.notice.NoticeResult;
import gatehouse.consent.template.LintFinding;
import gatehouse.web.Messages;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing that this service can say lacks its words. */
class ReasonTextsTest {
  private final Messages messages = new Messages();

  @Test
  void everyReasonSpeaksBothLanguages() {
    Stream.of(
            Stream.of(Ground.values()),
            Stream.of(Shortfall.values()),
            Stream.of(LintFinding.Code.values()),
            Stream.of(NoticeResult.Fault.values()))
        .flatMap(codes -> codes)
        .map(Enum::name)
        .forEach(code -> {
          assertThat(messages.text("reason." + code)).isNotBlank();
          assertThat(messages.textEn("reason." + code)).isNotBlank();
        });
  }

  @Test
  void everyVerdictHasWordsForThePatient() {
    for (Verdict verdict : Verdict.values()) {
      assertThat(messages.text("patient." + verdict)).isNotBlank();
      assertThat(messages.textEn("patient." + verdict)).isNotBlank();
    }
  }
}
