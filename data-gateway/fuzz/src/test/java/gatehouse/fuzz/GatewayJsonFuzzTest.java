package gatehouse.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import gatehouse.gateway.json.Json;
import gatehouse.gateway.json.JsonReader;
import gatehouse.gateway.json.JsonWriter;
import gatehouse.gateway.json.MalformedJsonException;
import java.util.Arrays;

/** The gateway's reader refuses a body or reads what its writer writes again. */
class GatewayJsonFuzzTest {
  @FuzzTest(maxDuration = "2s")
  void whatIsReadIsWrittenAndReadAgain(FuzzedDataProvider data) throws MalformedJsonException {
    Json value;
    try {
      value = JsonReader.read(data.consumeRemainingAsBytes());
    } catch (MalformedJsonException _) {
      return;
    }
    byte[] written = JsonWriter.bytes(value);
    if (!Arrays.equals(written, JsonWriter.bytes(JsonReader.read(written)))) {
      throw new AssertionError("not the same after writing");
    }
  }
}
