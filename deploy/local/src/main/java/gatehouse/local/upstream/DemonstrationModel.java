package gatehouse.local.upstream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import gatehouse.embedded.Ports;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * One model behind OpenAI's chat completions, on loopback.
 *
 * <p>{@code GET /recorded} returns what it received since its data were last forgotten, {@code
 * DELETE /recorded} forgets it, {@code GET /health} says that it serves. These three are not
 * recorded.
 */
public final class DemonstrationModel implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads;
  private final Recording recording;
  private final ChatCompletions completions;

  private DemonstrationModel(HttpServer server, Recording recording, ChatCompletions completions) {
    this.server = server;
    this.threads = Executors.newVirtualThreadPerTaskExecutor();
    this.recording = recording;
    this.completions = completions;
  }

  /**
   * Starts a model.
   *
   * @param name what it calls itself in its answers
   * @param port 0 takes a free one
   * @param log the file of its recording, appended to
   * @throws IOException when the port is taken
   */
  public static DemonstrationModel start(String name, int port, Path log) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(Ports.loopback(), port), 64);
    DemonstrationModel model =
        new DemonstrationModel(server, new Recording(log), new ChatCompletions(name));
    server.createContext("/", model::handle);
    server.setExecutor(model.threads);
    server.start();
    return model;
  }

  /** Its address, without a path. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String request = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
      switch (request) {
        case "GET /health" -> send(exchange, 200, "text/plain", "ready\n");
        case "GET /recorded" -> send(exchange, 200, "text/plain", recording.bytes());
        case "DELETE /recorded" -> {
          recording.forget();
          send(exchange, 200, "text/plain", "forgotten\n");
        }
        default -> answer(exchange, request);
      }
    }
  }

  private void answer(HttpExchange exchange, String request) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    recording.add(exchange, body);
    switch (request) {
      case "GET /v1/models" -> send(exchange, 200, "application/json", completions.models());
      case "POST /v1/chat/completions" -> complete(exchange, body);
      default -> send(exchange, 404, "application/json", ChatCompletions.error("Unknown path"));
    }
  }

  private void complete(HttpExchange exchange, byte[] body) throws IOException {
    switch (completions.answer(body)) {
      case Reply.Whole whole -> send(exchange, 200, "application/json", whole.json());
      case Reply.Refused refused -> send(exchange, 400, "application/json", refused.json());
      case Reply.Streamed streamed -> stream(exchange, streamed);
    }
  }

  private static void stream(HttpExchange exchange, Reply.Streamed reply) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    for (String chunk : reply.chunks()) {
      out.write(("data: " + chunk + "\n\n").getBytes(StandardCharsets.UTF_8));
      // Each chunk on its own, as a model that thinks would send it.
      out.flush();
    }
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    send(exchange, status, type, body.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }
}
