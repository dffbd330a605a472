/**
 * Recovery cases (kind RECOVERY): the panel decides whether what an emergency stop holds may start
 * again, on the very reports of its evaluation (G-55). The stop itself is lifted in
 * incident-service, which hears the decision.
 */
@NullMarked
package gatehouse.admission.recovery;

import org.jspecify.annotations.NullMarked;
