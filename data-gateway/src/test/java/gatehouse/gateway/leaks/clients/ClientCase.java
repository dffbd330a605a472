package gatehouse.gateway.leaks.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gatehouse.embedded.Checkout;
import gatehouse.gateway.fakes.Note;
import gatehouse.gateway.fakes.Script;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of {@code deploy/clients/cases.json}: a request that every client sends, as far as it
 * can express it.
 *
 * @param number of the case it belongs to
 * @param route {@code chat}, {@code responses} or {@code embeddings}
 * @param body what the client sends beside model, context and stream
 * @param answer {@code passes}: the model is asked, without the values; {@code refused}: it is not
 *     asked; {@code clean}: either
 * @param never spellings that must not arrive, beside the note's secrets
 * @param together pieces that must not arrive in one request
 */
record ClientCase(
    int number,
    String name,
    String route,
    JsonNode body,
    String answer,
    List<String> never,
    List<String> together) {
  static final String FILE = "deploy/clients/cases.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  static List<ClientCase> all() {
    try {
      Path file = Checkout.root().resolve(FILE);
      String text = Files.readString(file).replace("{note}", Note.TEXT).replace("{name}", "欧阳明月");
      List<ClientCase> all = new ArrayList<>();
      for (JsonNode one : JSON.readTree(text)) {
        all.add(
            new ClientCase(
                one.path("case").asInt(),
                one.path("name").asText(),
                one.path("route").asText(),
                one.path("body"),
                one.path("answer").asText(),
                strings(one.get("never")),
                strings(one.get("together"))));
      }
      return List.copyOf(all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> strings(@Nullable JsonNode array) {
    return array == null ? List.of() : JSON.convertValue(array, new TypeReference<>() {});
  }

  /** Fails if anything of this case reached the model that must not. */
  void leftNothing(boolean refused) {
    List<String> received = Script.received(Script.PUBLIC);
    for (String raw : received) {
      Note.SECRETS.forEach(secret -> assertThat(raw).as(toString()).doesNotContain(secret));
      never.forEach(spelling -> assertThat(raw).as(toString()).doesNotContain(spelling));
      if (!together.isEmpty()) {
        assertThat(together.stream().allMatch(raw::contains)).as(toString()).isFalse();
      }
    }
    switch (answer) {
      case "passes" -> {
        assertThat(refused).as("%s was refused", this).isFalse();
        assertThat(received).as(toString()).isNotEmpty();
      }
      case "refused" -> {
        assertThat(refused).as("%s was not refused", this).isTrue();
        assertThat(received).as(toString()).isEmpty();
      }
      default -> assertThat(received.isEmpty()).as(toString()).isEqualTo(refused);
    }
  }

  @Override
  public String toString() {
    return "case %02d, %s".formatted(number, name);
  }
}
