/** Results of skill tests in the journal. */
@NullMarked
package gatehouse.admission.assessment.events;

import org.jspecify.annotations.NullMarked;
