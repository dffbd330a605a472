/**
 * Did this patient agree? Notices, consents, refusals and withdrawals for the AI applications of
 * one hospital, and the one question everybody asks of them: the decision.
 */
@NullMarked
package gatehouse.consent;

import org.jspecify.annotations.NullMarked;
