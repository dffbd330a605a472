package gatehouse.journal.append;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import gatehouse.journal.Actor;
import gatehouse.journal.Entry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is stored, hashed and published, to the byte: a verifier and every receiver read it. */
class EnvelopesTest {
  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00.123456789Z");

  private final Envelopes envelopes =
      new Envelopes(
          JsonMapper.builder()
              .addModule(new JavaTimeModule())
              .enable(SerializationFeature.INDENT_OUTPUT)
              .build(),
          UUID::randomUUID,
          InstantSource.fixed(NOW));

  private record Turned(String by, Instant at, List<Integer> steps) {}

  @Test
  void theBodyIsOneObjectWithItsDataLast() {
    byte[] body =
        envelopes
            .seal(
                entry(new Turned("the \"left\" 手", NOW, List.of(1, 2)))
                    .occurredAt(Instant.parse("2026-11-21T07:00:00Z"))
                    .version(3)
                    .build())
            .body();

    assertThat(new String(body, UTF_8))
        .isEqualTo(
            """
            {"aggregateId":"wheel-1","version":3,"occurredAt":"2026-11-21T07:00:00Z",\
            "recordedAt":"2026-11-21T08:00:00.123456Z",\
            "actor":{"role":"TESTER","idHash":"dev.nobody"},"clauses":["G-01"],\
            "data":{"by":"the \\"left\\" 手","at":"2026-11-21T08:00:00.123456789Z",\
            "steps":[1,2]}}\
            """);
  }

  @Test
  void emptyDataAreAnObject() {
    byte[] body = envelopes.seal(entry(Map.of()).build()).body();

    assertThat(new String(body, UTF_8)).endsWith(",\"data\":{}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a text", "{\"an\":\"object in a text\"}"})
  void whatIsNoObjectIsRefused(String data) {
    Entry text = entry(data).build();
    Entry list = entry(List.of(data)).build();

    assertThatThrownBy(() -> envelopes.seal(text)).hasMessageContaining("must be a JSON object");
    assertThatThrownBy(() -> envelopes.seal(list)).hasMessageContaining("must be a JSON object");
  }

  @Test
  void aBodyThatTheBrokerWouldRefuseIsRefused() {
    Entry tooLong = entry(Map.of("text", "x".repeat(Envelopes.MOST_BYTES))).build();

    assertThatThrownBy(() -> envelopes.seal(tooLong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("longer than");
  }

  private static Entry.Builder entry(Object data) {
    return Entry.of("gatehouse.stage.wheel.turned.v1", "wheel-1")
        .by(new Actor("TESTER", "dev.nobody"))
        .clauses("G-01")
        .data(data);
  }
}
