/** What others are told about control plans, on admission.case.v1. */
@NullMarked
package gatehouse.admission.changeclass.events;

import org.jspecify.annotations.NullMarked;
