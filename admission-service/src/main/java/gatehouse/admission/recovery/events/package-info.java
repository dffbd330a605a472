/**
 * What others are told about recovery cases, on admission.case.v1. incident-service lifts a stop of
 * HIGH only after it heard the decision.
 */
@NullMarked
package gatehouse.admission.recovery.events;

import org.jspecify.annotations.NullMarked;
