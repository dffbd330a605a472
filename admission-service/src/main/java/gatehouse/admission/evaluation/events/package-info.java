/**
 * What others are told about admission cases, on admission.case.v1. Choices stay sealed until their
 * round closes.
 */
@NullMarked
package gatehouse.admission.evaluation.events;

import org.jspecify.annotations.NullMarked;
