package gatehouse.good.loan;

/** A domain type that keeps every rule. */
public record Loan(String book) {}
