package gatehouse.local.broker;

import gatehouse.embedded.EmbeddedKafka;
import gatehouse.embedded.Topic;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The broker's process: the embedded broker with the listed topics, until TERM. */
public final class Broker {
  private Broker() {}

  /**
   * Arguments: data folder, port, controller's port, list of topics; then, if clients are to come
   * by way of another port, that one.
   */
  public static void main(String[] arguments) throws InterruptedException {
    int port = Integer.parseInt(arguments[1]);
    EmbeddedKafka kafka =
        EmbeddedKafka.start(
            Path.of(arguments[0]),
            port,
            Integer.parseInt(arguments[2]),
            arguments.length > 4 ? Integer.parseInt(arguments[4]) : port);
    CountDownLatch closed = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              kafka.close();
              closed.countDown();
            }));
    kafka.create(Topic.listedIn(Path.of(arguments[3])));
    closed.await();
  }
}
