package gatehouse.consent.withdrawal.store;

import gatehouse.consent.withdrawal.Withdrawal;
import gatehouse.consent.withdrawal.Withdrawals;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Withdrawals and refusals in PostgreSQL. */
@ApplicationScoped
class SqlWithdrawals implements Withdrawals {
  private final Rows rows;

  SqlWithdrawals(Rows rows) {
    this.rows = rows;
  }

  @Override
  public void add(Withdrawal withdrawal) {
    rows.persist(WithdrawalRow.of(withdrawal));
  }

  @Override
  public Optional<Withdrawal> find(UUID id) {
    return rows.findByIdOptional(id).map(WithdrawalRow::withdrawal);
  }

  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<WithdrawalRow, UUID> {}
}
