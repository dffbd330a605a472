package gatehouse.consent.withdrawal;

import java.util.Optional;
import java.util.UUID;

/** Every no, to which only more can be added. */
public interface Withdrawals {

  /** Adds one. */
  void add(Withdrawal withdrawal);

  /** The record of one. */
  Optional<Withdrawal> find(UUID id);
}
