/**
 * From a registered application to its track: facts signed and tiered, tiers raised or lowered by
 * rule U, a new case after one that ended.
 */
@NullMarked
package gatehouse.admission.intake;

import org.jspecify.annotations.NullMarked;
