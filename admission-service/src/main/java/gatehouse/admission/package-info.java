/**
 * Admission (准入): may this AI product be used in this hospital, for this scenario, in this
 * department? Never an inpatient stay. Each package below is a feature; this one holds the wiring
 * that all of them share: how a refusal becomes a problem document, and the hospital's time zone.
 */
@NullMarked
package gatehouse.admission;

import org.jspecify.annotations.NullMarked;
