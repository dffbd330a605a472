/**
 * What others are told about training, on admission.training.v1; staff ids are pseudonyms there.
 */
@NullMarked
package gatehouse.admission.training.events;

import org.jspecify.annotations.NullMarked;
