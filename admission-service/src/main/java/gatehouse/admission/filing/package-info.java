/**
 * The filing track for LOW: three checks by three different signers and a light simulated pilot
 * (G-15, G-16).
 */
@NullMarked
package gatehouse.admission.filing;

import org.jspecify.annotations.NullMarked;
