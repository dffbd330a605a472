package gatehouse.consent.template;

import java.time.LocalDate;

/**
 * Where the committee's approval of a form can be found.
 *
 * @param reference the committee's number
 * @param approvedOn the day of the decision
 */
public record EthicsApproval(String reference, LocalDate approvedOn) {}
