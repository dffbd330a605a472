/** The way back of a stopped HIGH application through the panel. */
@NullMarked
package gatehouse.admission.recovery;

import org.jspecify.annotations.NullMarked;
