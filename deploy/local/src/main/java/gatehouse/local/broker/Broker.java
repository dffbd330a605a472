package gatehouse.local.broker;

import gatehouse.embedded.EmbeddedKafka;
import gatehouse.embedded.Topic;
import gatehouse.embedded.users.BrokerUsers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** The broker's process: the embedded broker with the listed topics, until TERM. */
public final class Broker {
  private Broker() {}

  /**
   * Arguments: data folder, port, controller's port, the key of the users, list of topics; then, if
   * clients are to come by way of another port, that one.
   */
  public static void main(String[] arguments) throws InterruptedException {
    int port = Integer.parseInt(arguments[1]);
    int advertised = arguments.length > 5 ? Integer.parseInt(arguments[5]) : port;
    BrokerUsers users = BrokerUsers.keyedBy(Path.of(arguments[3]));
    List<Topic> topics = Topic.listedIn(Path.of(arguments[4]));
    Map<String, String> door =
        users.broker(Topic.services(topics), port, Integer.parseInt(arguments[2]), advertised);
    EmbeddedKafka kafka =
        EmbeddedKafka.guarded(Path.of(arguments[0]), door, users.client(BrokerUsers.OPERATOR));
    CountDownLatch closed = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              kafka.close();
              closed.countDown();
            }));
    kafka.create(topics);
    closed.await();
  }
}
