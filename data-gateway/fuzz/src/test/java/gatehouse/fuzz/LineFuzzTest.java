package gatehouse.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import gatehouse.deid.json.JsonReader;
import gatehouse.deid.json.JsonWriter;

/** The reader of JSON lines says what is wrong or reads what the writer writes again. */
class LineFuzzTest {
  @FuzzTest(maxDuration = "2s")
  void whatIsReadIsWrittenAndReadAgain(FuzzedDataProvider data) {
    String line = data.consumeRemainingAsString();
    Object value;
    try {
      value = JsonReader.read(line);
    } catch (JsonReader.NotJson e) {
      return;
    }
    String written = JsonWriter.write(value);
    if (written.indexOf('\n') >= 0 || !JsonWriter.write(JsonReader.read(written)).equals(written)) {
      throw new AssertionError("not the same after writing: " + written);
    }
  }
}
