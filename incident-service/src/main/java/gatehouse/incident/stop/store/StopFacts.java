package gatehouse.incident.stop.store;

import gatehouse.clauses.Clause;
import gatehouse.incident.application.ManualRoute;
import gatehouse.incident.stop.Stop;
import gatehouse.incident.stop.StopScope;
import gatehouse.incident.stop.Stops;
import gatehouse.incident.stop.StopsInForce;
import gatehouse.lease.Fact;
import gatehouse.lease.owner.FactLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The stops as facts of a lease. Their epoch is the version. All that is in force is always told,
 * as over HTTP (ADR 0008): a handful at most, and what is not in it is not in force.
 */
@ApplicationScoped
@Clause("G-51")
class StopFacts implements FactLog {
  private static final String VERSION = "select epoch from incident.stop_epoch";
  private static final String ABOUT = "STOP";

  private final Stops stops;

  StopFacts(Stops stops) {
    this.stops = stops;
  }

  @Override
  public long version(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(VERSION);
        ResultSet row = select.executeQuery()) {
      if (!row.next()) {
        throw new SQLException("the row of the epoch is missing");
      }
      return row.getLong(1);
    }
  }

  @Override
  public Facts all() {
    StopsInForce known = stops.since(Long.MAX_VALUE);
    return new Facts(
        known.epoch(),
        true,
        Stream.concat(
                known.inForce().stream().map(StopFacts::fact),
                known.drills().stream().map(StopFacts::fact))
            .toList());
  }

  @Override
  public Facts since(long version) {
    return all();
  }

  private static Fact fact(Stop stop) {
    return fact(stop.epoch(), stop.id().value(), stop.scope(), stop.manualRoute());
  }

  /** To a gateway a drill is a stop like any other: what it shows would be worth less otherwise. */
  private static Fact fact(StopsInForce.Drill drill) {
    StopScope scope = new StopScope(StopScope.Kind.APPLICATION, drill.application());
    return fact(drill.epoch(), drill.id(), scope, drill.manualRoute());
  }

  private static Fact fact(long epoch, UUID id, StopScope scope, ManualRoute route) {
    SortedMap<String, String> details = new TreeMap<>();
    details.put("kind", scope.kind().name());
    details.put("value", scope.value());
    details.put("manualRouteZh", route.zh());
    details.put("manualRouteEn", route.en());
    return new Fact(epoch, ABOUT, id.toString(), details);
  }
}
