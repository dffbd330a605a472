package gatehouse.gateway.block.store;

import gatehouse.gateway.block.Quarantines;
import gatehouse.gateway.recent.Recent;
import gatehouse.gateway.recent.RecentChanges;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

@ApplicationScoped
class SqlQuarantines implements Quarantines {
  private final Rows rows;
  private final DataSource database;
  private final RecentChanges changes;
  private final String question;
  private final Recent<String, Boolean> shutOut;

  /** Panache stays in here. */
  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<QuarantineRow, UUID> {}

  SqlQuarantines(
      Rows rows,
      DataSource database,
      RecentChanges changes,
      @ConfigProperty(name = "gatehouse.database") String schema,
      @ConfigProperty(name = "gatehouse.recent.age") Duration age) {
    this.rows = rows;
    this.database = database;
    this.changes = changes;
    this.question = "select 1 from " + schema + ".quarantine where client = ? and ended_at is null";
    this.shutOut = new Recent<>(this::isShutOut, age);
  }

  @Override
  public boolean holds(String client) {
    return shutOut.of(client);
  }

  /** Comes with the calls, so it goes without a transaction of JTA and Hibernate. */
  private boolean isShutOut(String client) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(question)) {
      select.setString(1, client);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the quarantines cannot be read", e);
    }
  }

  @Override
  public void begin(Quarantine quarantine) {
    rows.persist(QuarantineRow.of(quarantine));
    changes.forgetWhenDone(shutOut);
  }

  @Override
  public Optional<Quarantine> lock(String client) {
    return rows.find("client = ?1 and endedAt is null", client)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional()
        .map(QuarantineRow::quarantine);
  }

  @Override
  public void end(Quarantine quarantine) {
    rows.findById(quarantine.id()).endedAt = quarantine.endedAt();
    changes.forgetWhenDone(shutOut);
  }

  @Override
  @Transactional
  public List<Quarantine> inForce() {
    return rows.find("endedAt is null order by beganAt").stream()
        .map(QuarantineRow::quarantine)
        .toList();
  }
}
