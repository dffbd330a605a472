/** Clinical scenarios of a department with the risk facts that tiering derives (G-08). */
@NullMarked
package gatehouse.admission.scenario;

import org.jspecify.annotations.NullMarked;
