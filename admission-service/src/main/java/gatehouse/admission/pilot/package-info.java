/**
 * The small trial before introduction: environment, places, endpoints fixed beforehand, cap, period
 * and stop rule (G-25).
 */
@NullMarked
package gatehouse.admission.pilot;

import org.jspecify.annotations.NullMarked;
