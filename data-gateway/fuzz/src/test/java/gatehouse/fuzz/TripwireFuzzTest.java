package gatehouse.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import gatehouse.gateway.tripwire.Tripwire;
import gatehouse.gateway.tripwire.TripwireVerdict;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** No body that holds a known number is clean, and no body makes the tripwire fall over. */
class TripwireFuzzTest {
  private static final Set<String> HONEST = Set.of("TIME", "NOT_UTF8", "TOO_MANY_VIEWS");

  private final Tripwire tripwire = new Tripwire(System::nanoTime);

  @FuzzTest(maxDuration = "3s")
  void aKnownNumberIsNeverClean(FuzzedDataProvider data) {
    boolean planted = data.consumeBoolean();
    String body =
        "{\"content\":\"" + Notes.text(data) + (planted ? "，" + Notes.PHONE + "。" : "") + "\"}";
    TripwireVerdict verdict =
        tripwire.scan(body.getBytes(StandardCharsets.UTF_8), List.of(Notes.PHONE, Notes.NAME));
    switch (verdict) {
      case TripwireVerdict.Clean clean -> {
        if (planted) {
          throw new AssertionError(clean + " with a known number in it");
        }
      }
      case TripwireVerdict.Trouble(String why) -> {
        if (!HONEST.contains(why)) {
          throw new AssertionError("fell over: " + why);
        }
      }
      case TripwireVerdict.Found _ -> {}
    }
  }
}
