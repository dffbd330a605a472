/** Policies as data. */
@NullMarked
package gatehouse.deid.policy;

import org.jspecify.annotations.NullMarked;
