package gatehouse.bad.loan;

import gatehouse.bad.book.BadBook;
import gatehouse.bad.loan.rest.BadLoansResource;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** Breaks: the core knows an edge, an entity outside a store, its own clock, a cycle. */
@Entity
public class BadLoan {
  @Id public String id = BadLoansResource.NAME + Instant.now();

  public BadBook book() {
    return new BadBook();
  }
}
