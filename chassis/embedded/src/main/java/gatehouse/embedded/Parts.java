package gatehouse.embedded;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The real parts under a {@code @QuarkusTest}: PostgreSQL, Kafka with the topics of {@code
 * deploy/topics.csv}, and the mock issuer. Started once per JVM, whatever the number of test
 * classes and profiles, and stopped with it.
 *
 * {@snippet :
 * @QuarkusTest
 * @WithTestResource(value = Parts.class, initArgs = @ResourceArg(name = "database", value = "consent"))
 * }
 *
 * Init arguments: {@code database}, the service's database (created with its two roles); without it
 * no PostgreSQL is started. {@code kafka=false} leaves the broker out: its address is then a port
 * on which nothing listens.
 */
public final class Parts implements QuarkusTestResourceLifecycleManager {
  private static final Object ONE_AT_A_TIME = Parts.class.getName().intern();

  private @Nullable String database;
  private boolean withKafka = true;

  @Override
  public void init(Map<String, String> arguments) {
    database = arguments.get("database");
    withKafka = !"false".equals(arguments.get("kafka"));
  }

  @Override
  public Map<String, String> start() {
    synchronized (ONE_AT_A_TIME) {
      CompletableFuture<Void> kafka = CompletableFuture.runAsync(this::startKafka);
      CompletableFuture<Void> issuer = CompletableFuture.runAsync(Parts::startIssuer);
      Map<String, String> config = new HashMap<>();
      if (database != null) {
        config.putAll(databaseConfig(database));
      }
      kafka.join();
      issuer.join();
      config.put("GATEHOUSE_KAFKA", withKafka ? RunningParts.KAFKA.value() : "127.0.0.1:1");
      config.put("GATEHOUSE_OIDC", RunningParts.ISSUER.value());
      return config;
    }
  }

  /** Nothing: the next test class uses the same parts, and the JVM's end stops them. */
  @Override
  public void stop() {}

  private static Map<String, String> databaseConfig(String name) {
    if (!RunningParts.POSTGRES_PORT.isKnown()) {
      EmbeddedPostgres server = EmbeddedPostgres.temporary();
      closeWithTheJvm(server::close);
      RunningParts.POSTGRES_PORT.is(Integer.toString(server.port()));
    }
    int port = Integer.parseInt(RunningParts.POSTGRES_PORT.value());
    return EmbeddedPostgres.createOn(port, name).config();
  }

  private void startKafka() {
    if (!withKafka || RunningParts.KAFKA.isKnown()) {
      return;
    }
    EmbeddedKafka broker = EmbeddedKafka.temporary();
    closeWithTheJvm(broker::close);
    broker.create(Topic.ofThisCheckout());
    RunningParts.KAFKA.is(broker.bootstrap());
  }

  private static void startIssuer() {
    if (RunningParts.ISSUER.isKnown()) {
      return;
    }
    MockIssuer mock = MockIssuer.start(0);
    closeWithTheJvm(mock::close);
    RunningParts.SIGNING_KEY.is(mock.signingKey());
    RunningParts.ISSUER.is(mock.url());
  }

  private static void closeWithTheJvm(Runnable close) {
    Runtime.getRuntime().addShutdownHook(new Thread(close, "gatehouse-embedded-close"));
  }
}
