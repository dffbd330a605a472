package gatehouse.station;

import gatehouse.inbox.ReceivedEvent;
import gatehouse.inbox.Receiver;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Every event that is taken leaves a row, and taking it twice leaves two. */
@ApplicationScoped
class EffectsReceiver implements Receiver {
  private final DataSource dataSource;

  EffectsReceiver(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public String topic() {
    return Counters.TOPIC;
  }

  @Override
  public void receive(ReceivedEvent event) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO effects (event, subject, version) VALUES (?, ?, ?)")) {
      insert.setObject(1, event.id());
      insert.setString(2, event.subject());
      insert.setLong(3, event.version());
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("the effect could not be written", e);
    }
  }
}
