/** Skill tests, held against invented results. */
@NullMarked
package gatehouse.admission.assessment;

import org.jspecify.annotations.NullMarked;
