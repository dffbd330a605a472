/** What others are told about change cases, on admission.case.v1. */
@NullMarked
package gatehouse.admission.change.events;

import org.jspecify.annotations.NullMarked;
