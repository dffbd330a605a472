package gatehouse.gateway.bench;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.concurrent.TimeUnit;

/**
 * Copies bytes to the model and back, and nothing else: what any gateway on Vert.x must cost. A
 * process like the gateway's own; prints its port.
 */
public final class PassThrough {
  private PassThrough() {}

  public static void main(String[] arguments) throws Exception {
    String model = arguments[0];
    Vertx vertx = Vertx.vertx();
    HttpClient client =
        vertx.createHttpClient(
            new HttpClientOptions().setKeepAlive(true), new PoolOptions().setHttp1MaxSize(512));
    int port =
        vertx
            .createHttpServer()
            .requestHandler(request -> copy(client, model, request))
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS)
            .actualPort();
    System.out.println(port);
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
