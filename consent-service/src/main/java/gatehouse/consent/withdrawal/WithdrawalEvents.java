package gatehouse.consent.withdrawal;

/** Tells of every no. */
public interface WithdrawalEvents {

  /** A person said no; told within the present transaction. */
  void received(Withdrawal withdrawal);
}
