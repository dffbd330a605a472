package gatehouse.gateway.completion;

import gatehouse.gateway.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a model says of the tokens that an answer took. It may say so in every piece of a stream,
 * each time for all so far, in the last piece only, or never: its last word counts. Not safe for
 * use by several threads.
 */
final class ReportedUsage {
  /** The longest number that is believed. */
  private static final int DIGITS = 9;

  private static final Map<String, String> KINDS =
      Map.of(
          "prompt_tokens", "input",
          "input_tokens", "input",
          "completion_tokens", "output",
          "output_tokens", "output");

  private Json.@Nullable Obj said;

  /** Takes tokens of one kind, as OpenTelemetry calls it. */
  interface Counter {
    void count(String kind, long tokens);
  }

  /** Reads an answer, or a piece of one; an event of a response carries the response. */
  void read(Json message) {
    if (message instanceof Json.Obj object) {
      Json.Obj answer = object.get("response") instanceof Json.Obj response ? response : object;
      if (answer.get("usage") instanceof Json.Obj usage) {
        said = usage;
      }
    }
  }

  /** {@code usage.total_tokens}; 0 where the model told nothing. */
  long total() {
    return said == null ? 0 : number(said.get("total_tokens"));
  }

  /** Tells of {@code input} and {@code output}, as far as the model did. */
  void tell(Counter counter) {
    if (said != null) {
      said.members()
          .forEach((name, value) -> {
            String kind = KINDS.get(name);
            if (kind != null && value instanceof Json.Num) {
              counter.count(kind, number(value));
            }
          });
    }
  }

  private static long number(@Nullable Json value) {
    return value instanceof Json.Num(String text)
            && text.length() <= DIGITS
            && text.chars().allMatch(c -> c >= '0' && c <= '9')
        ? Long.parseLong(text)
        : 0;
  }
}
