/**
 * The application: product version x scenario x department. It is the unit that is tiered,
 * admitted, activated, suspended and stopped (G-08); this feature owns its declaration and its
 * life.
 */
@NullMarked
package gatehouse.admission.application;

import org.jspecify.annotations.NullMarked;
