package gatehouse.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A receiver whose effect is a row, and which can be told by the event to fail. */
@ApplicationScoped
class Effects implements Receiver {

  static final String TOPIC = "incident.failover.v1";

  static final CountDownLatch RELEASED = new CountDownLatch(1);
  static final Set<String> DENIED = ConcurrentHashMap.newKeySet();

  /** Keys whose refused events would be taken now. */
  static final Set<String> MENDED = ConcurrentHashMap.newKeySet();

  private final DataSource dataSource;
  private final AtomicInteger interruptions = new AtomicInteger();

  Effects(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public String topic() {
    return TOPIC;
  }

  @Override
  public void parked(String key) {
    DENIED.add(key);
  }

  @Override
  public void receive(ReceivedEvent event) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO effects VALUES (?, ?, ?)")) {
      insert.setString(1, event.subject());
      insert.setLong(2, event.version());
      insert.setObject(3, event.id());
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    // After the row, so that a failure must undo it.
    switch (event.data().path("do").asText()) {
      case "refuse" -> {
        if (!MENDED.contains(event.subject())) {
          throw new IllegalArgumentException("refused");
        }
      }
      case "overflow" -> throw new StackOverflowError();
      case "interrupt" -> {
        if (interruptions.incrementAndGet() <= 2) {
          throw new IllegalStateException(new SQLTransientConnectionException("away"));
        }
      }
      case "hang" -> {
        try {
          RELEASED.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
      default -> {}
    }
  }
}
