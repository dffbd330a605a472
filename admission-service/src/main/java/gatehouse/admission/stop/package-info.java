/**
 * Admission's own copy of the emergency stops of incident-service. It can only deny: a stop that is
 * known here never reads as ACTIVE (invariant A6).
 */
@NullMarked
package gatehouse.admission.stop;

import org.jspecify.annotations.NullMarked;
