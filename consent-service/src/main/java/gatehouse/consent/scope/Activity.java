package gatehouse.consent.scope;

import gatehouse.clauses.Clause;

/** The six ways of processing that the data-ethics consensus names; there is no seventh. */
@Clause("E-01")
public enum Activity {
  COLLECT,
  PROCESS,
  STORE,
  TRANSMIT,
  USE,
  SHARE
}
