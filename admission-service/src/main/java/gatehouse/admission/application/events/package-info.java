/**
 * What others are told about applications: the compacted status on admission.application.v1, the
 * way to the tier on admission.case.v1.
 */
@NullMarked
package gatehouse.admission.application.events;

import org.jspecify.annotations.NullMarked;
