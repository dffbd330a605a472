package gatehouse.gateway.surrogate;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.deid.finding.Type;
import gatehouse.deid.placeholders.Placeholders;
import gatehouse.gateway.decoding.Deadline;
import gatehouse.gateway.json.Json;
import gatehouse.gateway.json.JsonReader;
import gatehouse.gateway.json.JsonWriter;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A number that stands in for another and stands in the body already would come back as that. */
class TakenNumbersTest {
  private static final String VALUE = "00123456";
  private static final int SEED = 7;

  @Test
  void whatTheBodySaysAlreadyIsNotInvented() throws Exception {
    String drawn = invented("批号无");

    String other = invented("批号" + drawn);

    assertThat(drawn).matches("\\d{8}");
    assertThat(other).matches("\\d{8}").isNotEqualTo(drawn);
  }

  /** What stands behind the record number, drawn from the same numbers each time. */
  private static String invented(String text) throws Exception {
    Placeholders session = Placeholders.fresh(new SecureRandom());
    String token = session.token(Type.RECORD_NUMBER, VALUE, VALUE);
    Json.Obj body =
        (Json.Obj)
            JsonReader.read(
                """
                {"messages":[{"content":"%s"}],"note":"%s",
                 "response_format":{"json_schema":{"schema":{"type":"string","pattern":"^\\\\d{8}$"}}}}
                """
                    .formatted(token, text));
    Json fitting =
        StandIns.in(
            body,
            session,
            new Random(SEED),
            new Deadline(System::nanoTime, Duration.ofSeconds(10).toNanos()));
    return JsonWriter.text(fitting).replaceAll("(?s).*\"content\":\"([^\"]*)\".*", "$1");
  }
}
