/**
 * Notices for the lower tiers: the pop-up of a LOW application and the paragraph of a MEDIUM one,
 * with the receipt that a person saw or got them.
 */
@NullMarked
package gatehouse.consent.notice;

import org.jspecify.annotations.NullMarked;
