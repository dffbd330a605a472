package gatehouse.journal.health;

/**
 * A number that is the same on every instance, because it is the database's. A CDI bean of this
 * type becomes a gauge.
 *
 * @param name of the gauge
 * @param says what it counts, in words
 * @param sql a query for one number; it is asked every few seconds and must be cheap
 */
public record Figure(String name, String says, String sql) {}
