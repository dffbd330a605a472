package gatehouse.gateway.completion;

import gatehouse.gateway.context.Circumstances;
import gatehouse.gateway.json.Json;
import gatehouse.gateway.json.JsonReader;
import gatehouse.gateway.json.MalformedJsonException;
import gatehouse.gateway.route.Route;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call of a model as it was asked for.
 *
 * @param application the application's code, which the caller writes as {@code model}
 * @param body OpenAI's body without the context
 * @param streamed whether the answer shall come in chunks
 * @param plainText whether the answer is prose, not JSON by schema
 */
public record ModelRequest(
    Route route,
    String application,
    Json.Obj body,
    boolean streamed,
    boolean plainText,
    CallContext context) {
  private static final String CONTEXT = "gatehouse";

  /**
   * Reads a body.
   *
   * @param headers each {@code X-Gatehouse-Context} of the request, base64url JSON; at most one
   * @param said finds what the caller said when it asked for a permit
   * @throws InvalidCallException with a sentence for the caller
   */
  public static ModelRequest read(Route route, byte[] bytes, List<String> headers, SaidBefore said)
      throws InvalidCallException {
    if (!(parse(bytes) instanceof Json.Obj whole)) {
      throw new InvalidCallException("the body must be a JSON object", null);
    }
    Json.Obj body = whole.without(CONTEXT);
    String application = body.string("model");
    if (application == null || application.isBlank() || application.length() > 64) {
      throw new InvalidCallException("'model' must be the code of an application", "model");
    }
    requireContent(route, body);
    return new ModelRequest(
        route,
        application,
        body,
        route != Route.EMBEDDINGS && streamed(body),
        plainText(route, body),
        ContextReader.read(
            context(whole.get(CONTEXT), headers), permit -> said.with(permit, application)));
  }

  /** What a caller said when it asked for a permit. */
  @FunctionalInterface
  public interface SaidBefore {
    /** Empty unless it was for this application and the permit still lives. */
    Optional<Circumstances> with(UUID permit, String application);
  }

  private static boolean streamed(Json.Obj body) throws InvalidCallException {
    return switch (body.get("stream")) {
      case null -> false;
      case Json.Bool(boolean value) -> value;
      case Json.Null _ -> false;
      case Json.Str _, Json.Num _, Json.Arr _, Json.Obj _ ->
          throw new InvalidCallException("'stream' must be true or false", "stream");
    };
  }

  private static void requireContent(Route route, Json.Obj body) throws InvalidCallException {
    String member = route.content();
    boolean there =
        switch (body.get(member)) {
          case Json.Arr list -> !list.items().isEmpty();
          case Json.Str(String text) -> route != Route.CHAT && !text.isEmpty();
          case Json.Obj _, Json.Num _, Json.Bool _, Json.Null _ -> false;
          case null -> false;
        };
    if (!there) {
      throw new InvalidCallException(
          route == Route.CHAT
              ? "'messages' must be a list that is not empty"
              : "'input' must be a text or a list that is not empty",
          member);
    }
  }

  private static boolean plainText(Route route, Json.Obj body) {
    Json format =
        switch (route) {
          case CHAT -> body.get("response_format");
          case RESPONSES -> body.get("text") instanceof Json.Obj text ? text.get("format") : null;
          case EMBEDDINGS -> null;
        };
    return !(format instanceof Json.Obj wanted) || "text".equals(wanted.string("type"));
  }

  private static @Nullable Json context(@Nullable Json member, List<String> headers)
      throws InvalidCallException {
    if (headers.isEmpty()) {
      return member;
    }
    if (headers.size() > 1) {
      throw new InvalidCallException("X-Gatehouse-Context stands more than once", CONTEXT);
    }
    if (member != null) {
      throw new InvalidCallException("the context stands in the body and in the header", CONTEXT);
    }
    try {
      byte[] decoded =
          Base64.getUrlDecoder().decode(headers.getFirst().getBytes(StandardCharsets.US_ASCII));
      return parse(decoded);
    } catch (IllegalArgumentException _) {
      throw new InvalidCallException("X-Gatehouse-Context is not base64url", CONTEXT);
    }
  }

  private static Json parse(byte[] bytes) throws InvalidCallException {
    try {
      return JsonReader.request(bytes);
    } catch (MalformedJsonException e) {
      throw new InvalidCallException("the body is not acceptable JSON: " + e.getMessage(), null);
    }
  }
}
