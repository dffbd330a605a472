/** Tests of the parts that every other module's tests stand on. */
@NullMarked
package gatehouse.embedded;

import org.jspecify.annotations.NullMarked;
