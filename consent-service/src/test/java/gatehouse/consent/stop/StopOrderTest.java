package gatehouse.consent.stop;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.consent.stop.StopOrder.Kind;
import gatehouse.consent.stop.StopOrder.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Clause("G-51")
class StopOrderTest {
  private static final Target TOLD =
      new Target("lung", "a-1", "Reader", "sha256:1", "vendor-1", "RADIOLOGY");
  private static final Target UNTOLD = new Target("lung", null, null, null, null, null);

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          ALL,         -,          true,  true
          APPLICATION, ' LUNG ',   true,  true
          APPLICATION, A-1,        true,  false
          APPLICATION, heart,      false, false
          PRODUCT,     reader,     true,  true
          PRODUCT,     SHA256:1,   true,  true
          PRODUCT,     other,      false, true
          VENDOR,      VENDOR-1,   true,  true
          VENDOR,      vendor-2,   false, true
          DEPARTMENT,  radiology,  true,  true
          DEPARTMENT,  SURGERY,    false, true
          """)
  void aStopCoversWhatItNamesAndWhatItMightName(
      Kind kind, String value, boolean told, boolean untold) {
    StopOrder order = new StopOrder("s-1", 1, kind, value);

    assertThat(order.covers(TOLD)).isEqualTo(told);
    assertThat(order.covers(UNTOLD)).isEqualTo(untold);
  }
}
