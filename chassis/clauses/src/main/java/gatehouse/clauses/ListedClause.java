package gatehouse.clauses;

/**
 * One clause as {@code docs/clauses.yaml} lists it.
 *
 * @param id such as {@code G-23}
 * @param needsTest whether software enforces or gates it (ENF, GATE); REC clauses only remind
 *     people
 * @param claimed whether this suite says that it does so
 */
public record ListedClause(String id, boolean needsTest, boolean claimed) {}
