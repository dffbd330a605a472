package gatehouse.good.loan.store;

import gatehouse.good.loan.Loan;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class LoanRow {
  @Id String book = "";

  Loan toLoan() {
    return new Loan(book);
  }
}
