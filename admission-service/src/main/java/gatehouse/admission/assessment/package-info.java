/**
 * Results of skill tests without AI, and who has lost a skill since (G-60). The windows in which
 * such a test is taken belong to {@code training}.
 */
@NullMarked
package gatehouse.admission.assessment;

import org.jspecify.annotations.NullMarked;
