/**
 * Bugs that are planted on request, to see whether the harness finds them. They exist as a Java
 * agent in this module only: nothing in a service can be switched to behave like this.
 */
@NullMarked
package gatehouse.faults.plant;

import org.jspecify.annotations.NullMarked;
