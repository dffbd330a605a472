/**
 * Who is trained for which product and until when, and the windows in which a resident works
 * without AI (G-59, G-60).
 */
@NullMarked
package gatehouse.admission.training;

import org.jspecify.annotations.NullMarked;
