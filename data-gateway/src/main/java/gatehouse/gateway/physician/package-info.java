/**
 * Whose word counts: a licensed physician in person, trained for the application, outside a window
 * without AI (G-28, G-59, G-60).
 */
@NullMarked
package gatehouse.gateway.physician;

import org.jspecify.annotations.NullMarked;
