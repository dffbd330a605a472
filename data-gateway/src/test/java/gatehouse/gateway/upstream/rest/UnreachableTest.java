package gatehouse.gateway.upstream.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.gateway.upstream.Credential;
import gatehouse.gateway.upstream.ModelAnswer;
import gatehouse.gateway.upstream.Upstream;
import gatehouse.gateway.upstream.Zone;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models that are not there, are not who they should be, or say nothing. */
class UnreachableTest {
  private static final String PASSWORD = "changeit";
  private static final byte[] BODY = {'{', '}'};

  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger heard = new AtomicInteger();

  @AfterEach
  void stop() throws Exception {
    done(vertx.close());
  }

  @Test
  void nobodyListens() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }

    assertThat(call("http://127.0.0.1:" + port)).isInstanceOf(ModelAnswer.Unreachable.class);
  }

  /** As for a moment while keys are exchanged: the next model may do. */
  @Test
  void aKeyThatCannotBeReadIsNoFaultOfTheCallers(@TempDir Path folder) {
    Credential gone = new Credential.FromFile(folder.resolve("gone"));

    ModelAnswer answer = call("http://127.0.0.1:9", Duration.ofSeconds(2), () -> true, gone);

    assertThat(answer).isInstanceOf(ModelAnswer.Unreachable.class);
  }

  /** A host that drops what knocks: its queue is full, and the kernel answers no more. */
  @Test
  void aConnectionThatDoesNotComeAboutIsGivenUp() throws Exception {
    List<Socket> queue = new ArrayList<>();
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      fill(full, queue);

      ModelAnswer answer = call("http://127.0.0.1:" + full.getLocalPort(), Duration.ofMinutes(5));

      assertThat(answer).isInstanceOf(ModelAnswer.Unreachable.class);
    } finally {
      for (Socket waiting : queue) {
        waiting.close();
      }
    }
  }

  @Test
  void aModelThatSaysNothingLosesTheConnection() throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    int port =
        done(vertx
                .createHttpServer()
                .connectionHandler(one -> one.closeHandler(_ -> closed.countDown()))
                .requestHandler(_ -> heard.incrementAndGet())
                .listen(0, "127.0.0.1"))
            .actualPort();

    assertThat(call("http://127.0.0.1:" + port)).isInstanceOf(ModelAnswer.Unreachable.class);

    assertThat(heard).hasValue(1);
    assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
  }

  /** Leak case 52: wherever a name leads, only who holds the certificate of that name is told. */
  @Test
  void aServerWithoutTheCertificateOfTheNameHearsNothing(@TempDir Path folder) throws Exception {
    Path store = folder.resolve("keys.p12");
    int other = tls(store, "dns:models.hospital.example");
    assertThat(call("https://localhost:" + other)).isInstanceOf(ModelAnswer.Unreachable.class);
    String before = System.getProperty("javax.net.ssl.trustStore");
    String password = System.getProperty("javax.net.ssl.trustStorePassword");
    try {
      System.setProperty("javax.net.ssl.trustStore", store.toString());
      System.setProperty("javax.net.ssl.trustStorePassword", PASSWORD);
      assertThat(call("https://localhost:" + other))
          .as("trusted, and of another name")
          .isInstanceOf(ModelAnswer.Unreachable.class);
      assertThat(heard).hasValue(0);

      Path own = folder.resolve("own.p12");
      int right = tls(own, "dns:localhost");
      System.setProperty("javax.net.ssl.trustStore", own.toString());
      assertThat(call("https://localhost:" + right)).isInstanceOf(ModelAnswer.Accepted.class);
      assertThat(heard).hasValue(1);

      AtomicInteger looks = new AtomicInteger();
      BooleanSupplier untilTheSocket = () -> looks.incrementAndGet() == 1;
      assertThat(call("https://localhost:" + right, Duration.ofSeconds(2), untilTheSocket))
          .as("the last look is behind TLS")
          .isEqualTo(new ModelAnswer.Withheld(false));
      assertThat(heard).hasValue(1);
    } finally {
      put("javax.net.ssl.trustStore", before);
      put("javax.net.ssl.trustStorePassword", password);
    }
  }

  private static void put(String key, @Nullable String value) {
    if (value == null) {
      System.clearProperty(key);
    } else {
      System.setProperty(key, value);
    }
  }

  private ModelAnswer call(String address) {
    return call(address, Duration.ofSeconds(2));
  }

  private ModelAnswer call(String address, Duration patience) {
    return call(address, patience, () -> true);
  }

  private ModelAnswer call(String address, Duration patience, BooleanSupplier mayLeave) {
    return call(address, patience, mayLeave, new Credential.None());
  }

  private ModelAnswer call(
      String address, Duration patience, BooleanSupplier mayLeave, Credential credential) {
    VertxModelCalls calls =
        new VertxModelCalls(
            vertx,
            ConfigProvider.getConfig(),
            new RetryAfter(Clock.systemUTC()),
            Duration.ofMillis(500),
            patience);
    URI model = URI.create(address + "/v1");
    Upstream upstream = new Upstream("model", model, Zone.LOCAL, "CN", null, credential);
    return calls.call(upstream, "/chat/completions", BODY, mayLeave);
  }

  /** A server with a new certificate of this name. */
  private int tls(Path store, String name) throws Exception {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "model",
                "-keyalg",
                "EC",
                "-dname",
                "CN=model",
                "-ext",
                "san=" + name,
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), UTF_8);
    assertThat(keytool.waitFor()).as(said).isZero();
    HttpServerOptions options =
        new HttpServerOptions()
            .setSsl(true)
            .setKeyCertOptions(new PfxOptions().setPath(store.toString()).setPassword(PASSWORD));
    return done(vertx
            .createHttpServer(options)
            .requestHandler(request -> {
              heard.incrementAndGet();
              request.response().end("{}");
            })
            .listen(0, "127.0.0.1"))
        .actualPort();
  }

  private static void fill(ServerSocket full, List<Socket> queue) throws IOException {
    for (int i = 0; i < 64; i++) {
      Socket socket = new Socket();
      queue.add(socket);
      try {
        socket.connect(new InetSocketAddress(full.getInetAddress(), full.getLocalPort()), 300);
      } catch (SocketTimeoutException _) {
        return;
      }
    }
    throw new AssertionError("the queue takes everybody");
  }

  private static <T> T done(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }
}
