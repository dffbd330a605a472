package gatehouse.incident.call.store;

import gatehouse.incident.call.Call;
import gatehouse.incident.call.Calls;
import gatehouse.incident.call.Missing;
import gatehouse.incident.stop.Stop;
import gatehouse.lease.owner.Enforcement;
import gatehouse.lease.owner.Enforcements;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class SqlCalls implements Calls {
  private final Rows rows;
  private final Enforcements enforcements;

  SqlCalls(Rows rows, Enforcements enforcements) {
    this.rows = rows;
    this.enforcements = enforcements;
  }

  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<CallRow, CallRow.Key> {}

  /** One instance calls, the one that holds the lock. */
  @Override
  public boolean add(Call call) {
    if (rows.findById(new CallRow.Key(call.stop().value(), call.rung())) != null) {
      return false;
    }
    rows.persist(CallRow.of(call));
    return true;
  }

  @Override
  public List<Call> latest(int limit) {
    return rows.findAll(Sort.descending("calledAt", "rung")).page(0, limit).stream()
        .map(CallRow::call)
        .toList();
  }

  @Override
  public long confirmedUpTo() {
    return enforcements.upTo();
  }

  @Override
  public Optional<Missing> missing(Stop stop) {
    return switch (enforcements.of(stop.epoch(), stop.issued().at())) {
      case Enforcement.Accepted _, Enforcement.Enforced _ -> Optional.empty();
      case Enforcement.Unconfirmed unconfirmed ->
          Optional.of(
              new Missing(
                  unconfirmed.since(),
                  unconfirmed.progress().awaited().stream()
                      .map(each -> new Missing.Gateway(each.holder(), each.until()))
                      .toList()));
    };
  }
}
