package gatehouse.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import gatehouse.deid.Deidentified;
import gatehouse.deid.finding.Finding;

/**
 * Whatever stands around them, a labelled phone, identity card and known name never come through,
 * and findings are spans of the text in order.
 */
class ScannerFuzzTest {
  private static final String PLANTED =
      "\n姓名：%s，电话：%s，身份证号：%s。\n".formatted(Notes.NAME, Notes.PHONE, Notes.CARD);

  @FuzzTest(maxDuration = "4s")
  void nothingPlantedComesThrough(FuzzedDataProvider data) {
    String text = Notes.text(data) + PLANTED + Notes.text(data);
    Deidentified masked = Notes.ENGINE.deidentify(text, Notes.context());
    int last = 0;
    for (Finding finding : masked.findings()) {
      if (finding.start() < last || finding.end() > text.length()) {
        throw new AssertionError("findings overlap or leave the text: " + finding);
      }
      last = finding.end();
    }
    for (String planted : new String[] {Notes.NAME, Notes.PHONE, Notes.CARD}) {
      if (masked.text().contains(planted)) {
        throw new AssertionError("came through: " + planted);
      }
    }
  }
}
