package gatehouse.incident.witness.store;

import gatehouse.incident.witness.Stamp;
import gatehouse.incident.witness.Stamps;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class SqlStamps implements Stamps {
  private final Rows rows;

  SqlStamps(Rows rows) {
    this.rows = rows;
  }

  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<StampRow, Long> {}

  @Override
  public Optional<Stamp> latest(String origin) {
    return rows.find("origin", Sort.descending("size"), origin)
        .firstResultOptional()
        .map(StampRow::stamp);
  }

  @Override
  public void add(Stamp stamp) {
    rows.persistAndFlush(StampRow.of(stamp));
  }

  @Override
  public List<Stamp> after(String origin, long size, int limit) {
    return rows
        .find("origin = ?1 and size > ?2", Sort.ascending("size"), origin, size)
        .page(0, limit)
        .stream()
        .map(StampRow::stamp)
        .toList();
  }
}
