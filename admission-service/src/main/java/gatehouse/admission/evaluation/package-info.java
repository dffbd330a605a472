/**
 * The strict track for MEDIUM and HIGH: one admission case from the certificate check through
 * evidence, pilot and panel rounds to its decision (G-17 to G-25).
 */
@NullMarked
package gatehouse.admission.evaluation;

import org.jspecify.annotations.NullMarked;
