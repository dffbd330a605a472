package gatehouse.gateway.fakes;

import gatehouse.embedded.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;

/** Calls the gateway under test with the JDK's client. */
public final class Gateway {
  /** The context of a call about a patient. */
  public static final String CONTEXT =
      """
      {"patient":{"issuer":"HIS","id":"00123456"},"encounter":"E-1","purpose":"CARE",
       "user":"qian.physician"%s}\
      """;

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static final Pattern STREAM = Pattern.compile("\"stream\"\\s*:\\s*true");
  private static final Pattern MODEL_ROUTES =
      Pattern.compile("/v1/(chat|responses|embeddings|completions|files|audio).*");
  private static final Set<String> FORMS = new ConcurrentSkipListSet<>();

  private Gateway() {}

  /** Forms in which model routes were called since the last question: {@code JSON}, {@code SSE}. */
  public static Set<String> forms() {
    Set<String> forms = new TreeSet<>(FORMS);
    FORMS.clear();
    return forms;
  }

  /** Notes a call that goes another way than through this class. */
  public static void called(String path, String body) {
    if (MODEL_ROUTES.matcher(path).matches()) {
      FORMS.add(STREAM.matcher(body).find() ? "SSE" : "JSON");
    }
  }

  /** Base address. */
  public static String url() {
    return "http://127.0.0.1:"
        + ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
  }

  /** A token of the hospital information system. */
  public static String his() {
    return Tokens.as("his").roles("HIS_SYSTEM").claim("azp", "his").token();
  }

  /** Posts as the hospital information system. */
  public static HttpResponse<String> post(String path, String body) {
    return post(path, body, Map.of("Authorization", "Bearer " + his()));
  }

  /** Posts with these headers besides the content type. */
  public static HttpResponse<String> post(String path, String body, Map<String, String> headers) {
    called(path, body);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url() + path))
            .POST(BodyPublishers.ofString(body))
            .header("Content-Type", "application/json");
    headers.forEach(request::header);
    return send(request.build());
  }

  /** Gets with a token. */
  public static HttpResponse<String> get(String path, String token) {
    return send(
        HttpRequest.newBuilder(URI.create(url() + path))
            .header("Authorization", "Bearer " + token)
            .build());
  }

  /** The whole journal, page after page. */
  public static String journal() {
    String auditor = Tokens.as("han.auditor").roles("AUDITOR").token();
    StringBuilder all = new StringBuilder();
    long after = -1;
    for (long next = 0; next > after; ) {
      after = next;
      String page = get("/v1/journal?limit=1000&after=" + after, auditor).body();
      all.append(page);
      next = Math.max(after, Ward.json(page).path("next").asLong(after));
    }
    return all.toString();
  }

  /** A chat completion of one user message, with the context. */
  public static String chat(String application, String text, String more) {
    return "{\"model\":\"%s\",\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}],\"gatehouse\":%s}"
        .formatted(application, text, CONTEXT.formatted(more));
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return HTTP.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
