/** The hospital's own now and today. */
@NullMarked
package gatehouse.admission.calendar;

import org.jspecify.annotations.NullMarked;
