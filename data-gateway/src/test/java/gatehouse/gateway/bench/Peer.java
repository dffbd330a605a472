package gatehouse.gateway.bench;

import gatehouse.gateway.fakes.Answers;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * The other process of the benchmark: the model, the owners and whoever calls. It is a process of
 * its own so that its processor time is not taken for the gateway's.
 *
 * <p>Prints its two ports, then answers each line {@code URL FILE TOKEN CONNECTIONS SECONDS} with
 * the figures of a run.
 */
public final class Peer {
  private static final int EVENTS = 100;
  private static final Buffer WHOLE =
      Buffer.buffer(
          "{\"id\":\"c\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"考虑社区获得性肺炎，建议完善胸部CT。\"},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":10,\"completion_tokens\":10,\"total_tokens\":20}}");
  private static final Buffer STREAM = stream();

  private Peer() {}

  public static void main(String[] arguments) throws Exception {
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    int model = port(vertx.createHttpServer().requestHandler(Peer::model));
    int owners = port(vertx.createHttpServer().requestHandler(Peer::owner));
    System.out.println(model + " " + owners);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        System.out.println(new Load(vertx, line.split(" ", -1)).run());
      }
    } catch (IOException e) {
      System.out.println("failed " + e.getClass().getName());
    }
    vertx.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
  }

  private static int port(HttpServer server) throws Exception {
    return server
        .listen(0, "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .get(10, TimeUnit.SECONDS)
        .actualPort();
  }

  private static void model(HttpServerRequest request) {
    request
        .body()
        .onSuccess(body -> {
          boolean streamed =
              body.getString(0, Math.min(40, body.length())).contains("\"stream\":true");
          HttpServerResponse response = request.response();
          response.putHeader("Content-Type", streamed ? "text/event-stream" : "application/json");
          response.end(streamed ? STREAM : WHOLE);
        });
  }

  private static void owner(HttpServerRequest request) {
    request
        .body()
        .onSuccess(_ -> {
          String path = request.path();
          String answer =
              path.equals("/v1/standings")
                  ? Answers.standing("note-assistant", "HIGH", "DEIDENTIFIED")
                  : path.equals("/v1/decisions") ? Answers.PERMIT : Answers.noStops();
          request.response().putHeader("Content-Type", "application/json").end(answer);
        });
  }

  private static Buffer stream() {
    StringBuilder events = new StringBuilder();
    for (int i = 0; i < EVENTS; i++) {
      events
          .append("data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,")
          .append("\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"建议\"},")
          .append("\"finish_reason\":null}]}\n\n");
    }
    events
        .append("data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,")
        .append(
            "\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}")
        .append("\n\ndata: [DONE]\n\n");
    return Buffer.buffer(events.toString());
  }
}
