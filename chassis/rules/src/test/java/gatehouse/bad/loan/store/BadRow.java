package gatehouse.bad.loan.store;

/** What the other edge should not know. */
public class BadRow {}
