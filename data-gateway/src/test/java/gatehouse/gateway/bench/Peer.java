package gatehouse.gateway.bench;

import gatehouse.gateway.fakes.Answers;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The other side of the benchmark: the model, the owners and whoever calls. It is a process of its
 * own so that its processor time is not taken for the gateway's.
 *
 * <p>Prints its two ports, then answers each line {@code URL FILE TOKEN CONNECTIONS MILLIS HEADERS}
 * with the figures of a run.
 */
public final class Peer {
  private static final int EVENTS = 100;
  private static final int LEASE_HELD_MILLIS = 300;
  private static final int LEASE_MILLIS = 3_000;
  private static final String EPOCH = UUID.randomUUID().toString();
  private static final Buffer WHOLE =
      Buffer.buffer(
          "{\"id\":\"c\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"考虑社区获得性肺炎，建议完善胸部CT。\"},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":10,\"completion_tokens\":10,\"total_tokens\":20}}");
  private static final Buffer PIECE = event("{\"content\":\"建议\"}", "null");
  private static final Buffer LAST =
      event("{}", "\"stop\"").appendBuffer(Buffer.buffer("data: [DONE]\n\n"));

  private final Vertx vertx;
  private final AtomicLong asked = new AtomicLong();
  private volatile Owners owners = Owners.THERE;

  private Peer(Vertx vertx) {
    this.vertx = vertx;
  }

  public static void main(String[] arguments) throws Exception {
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    Peer peer = new Peer(vertx);
    int model = port(vertx.createHttpServer().requestHandler(peer::model));
    int owners = port(vertx.createHttpServer().requestHandler(peer::owner));
    System.out.println(model + " " + owners);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        System.out.println(peer.told(line));
      }
    } catch (IOException e) {
      System.out.println("failed " + e.getClass().getName());
    }
    vertx.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
  }

  /** {@code owners there|silent|broken|gone}, {@code model} for its requests, else a load. */
  private String told(String line) throws Exception {
    if (line.equals("model")) {
      return Long.toString(asked.get());
    }
    if (line.startsWith("owners ")) {
      owners = Owners.valueOf(line.substring("owners ".length()).toUpperCase(Locale.ROOT));
      return "done";
    }
    return new Load(vertx, line.split(" ", -1)).run();
  }

  /** How the owners answer. */
  private enum Owners {
    THERE,
    /** They lend, and say nothing else. */
    SILENT,
    /** They lend, and end the connection of whoever asks anything else. */
    BROKEN,
    /** Every connection ends. */
    GONE
  }

  private static int port(HttpServer server) throws Exception {
    return server
        .listen(0, "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .get(10, TimeUnit.SECONDS)
        .actualPort();
  }

  private void model(HttpServerRequest request) {
    asked.incrementAndGet();
    request
        .body()
        .onSuccess(body -> {
          boolean streamed =
              body.getString(0, Math.min(200, body.length())).contains("\"stream\":true");
          HttpServerResponse response = request.response();
          response.putHeader("Content-Type", streamed ? "text/event-stream" : "application/json");
          if (streamed) {
            send(response.setChunked(true), EVENTS);
          } else {
            response.end(WHOLE);
          }
        });
  }

  /** Each event on its own way, as a model's tokens come; a caller that has gone gets no more. */
  private void send(HttpServerResponse response, int left) {
    if (response.closed()) {
      return;
    }
    if (left == 0) {
      response.end(LAST);
    } else {
      response.write(PIECE);
      vertx.runOnContext(_ -> send(response, left - 1));
    }
  }

  private void owner(HttpServerRequest request) {
    boolean lending = request.path().equals("/v1/leases");
    switch (owners) {
      case THERE -> answer(request);
      case SILENT -> {
        if (lending) {
          answer(request);
        }
      }
      case BROKEN -> {
        if (lending) {
          answer(request);
        } else {
          var _ = request.connection().close();
        }
      }
      case GONE -> {
        var _ = request.connection().close();
      }
    }
  }

  private void answer(HttpServerRequest request) {
    request
        .body()
        .onSuccess(body -> {
          switch (request.path()) {
            case "/v1/leases" -> lend(body.toJsonObject(), request.response());
            case "/v1/standings" ->
                json(
                    request.response(), Answers.standing("note-assistant", "HIGH", "DEIDENTIFIED"));
            case "/v1/decisions" -> json(request.response(), Answers.PERMIT);
            default -> request.response().setStatusCode(404).end();
          }
        });
  }

  /** Nothing ever changes here; who knows that is answered as late as a real owner answers. */
  private void lend(JsonObject asked, HttpServerResponse response) {
    boolean known = EPOCH.equals(asked.getString("epoch"));
    String grant =
        "{\"epoch\":\"%s\",\"version\":1,\"ttlMillis\":%d,\"complete\":%s,\"facts\":[]}"
            .formatted(EPOCH, LEASE_MILLIS, !known);
    if (known) {
      vertx.setTimer(LEASE_HELD_MILLIS, _ -> json(response, grant));
    } else {
      json(response, grant);
    }
  }

  private static void json(HttpServerResponse response, String body) {
    response.putHeader("Content-Type", "application/json").end(body);
  }

  private static Buffer event(String delta, String reason) {
    return Buffer.buffer(
        "data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":%s,\"finish_reason\":%s}]}\n\n"
            .formatted(delta, reason));
  }
}
