package gatehouse.gateway.bench;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.concurrent.TimeUnit;

/** Copies bytes to the model and back, and nothing else: what any gateway on Vert.x must cost. */
final class PassThrough {
  private final Vertx vertx;
  private final HttpServer server;

  private PassThrough(Vertx vertx, HttpServer server) {
    this.vertx = vertx;
    this.server = server;
  }

  static PassThrough start(Vertx vertx, String model) throws Exception {
    HttpClient client =
        vertx.createHttpClient(
            new HttpClientOptions().setKeepAlive(true), new PoolOptions().setHttp1MaxSize(512));
    HttpServer server =
        vertx
            .createHttpServer()
            .requestHandler(request -> copy(client, model, request))
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS);
    return new PassThrough(vertx, server);
  }

  int port() {
    return server.actualPort();
  }

  void close() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  private static void copy(HttpClient client, String model, HttpServerRequest request) {
    request.pause();
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setAbsoluteURI(model + request.uri())
            .putHeader("Content-Type", "application/json");
    String length = request.getHeader("Content-Length");
    if (length != null) {
      options.putHeader("Content-Length", length);
    }
    client
        .request(options)
        .compose(out -> out.send(request))
        .onSuccess(answer -> {
          request
              .response()
              .setChunked(true)
              .putHeader("Content-Type", answer.getHeader("Content-Type"));
          answer.pipeTo(request.response());
        })
        .onFailure(_ -> request.response().setStatusCode(502).end());
  }
}
