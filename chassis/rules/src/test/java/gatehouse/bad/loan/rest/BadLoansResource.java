package gatehouse.bad.loan.rest;

import gatehouse.bad.loan.store.BadRow;

/** Breaks: an edge knows another edge. */
public class BadLoansResource {
  public static final String NAME = new BadRow().toString();
}
