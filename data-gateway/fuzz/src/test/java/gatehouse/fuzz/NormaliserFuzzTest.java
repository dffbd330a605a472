package gatehouse.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import gatehouse.deid.normalise.NormalText;

/** Every position of the normalised text leads back to whole characters of the original. */
class NormaliserFuzzTest {
  @FuzzTest(maxDuration = "6s")
  void positionsLeadBack(FuzzedDataProvider data) {
    String text = data.consumeBoolean() ? Notes.text(data) : data.consumeRemainingAsString();
    NormalText normal = NormalText.of(text);
    int before = 0;
    for (int i = 0; i < normal.length(); i++) {
      int start = normal.originalStart(i);
      int end = normal.originalEnd(i + 1);
      if (start < before || end <= start || end > text.length()) {
        throw new AssertionError("position " + i + " leads to " + start + ".." + end);
      }
      if (cutsAPair(text, start) || cutsAPair(text, end)) {
        throw new AssertionError("position " + i + " cuts a character at " + start + ".." + end);
      }
      before = start;
    }
  }

  private static boolean cutsAPair(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isHighSurrogate(text.charAt(at - 1))
        && Character.isLowSurrogate(text.charAt(at));
  }
}
