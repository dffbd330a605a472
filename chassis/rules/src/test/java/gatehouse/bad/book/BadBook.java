package gatehouse.bad.book;

import gatehouse.bad.loan.BadLoan;

/** Breaks: two features that need each other. */
public class BadBook {
  public String loan() {
    return BadLoan.class.getSimpleName();
  }
}
