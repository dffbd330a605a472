/** Policies as data: which type of finding gets which treatment, with a version and a hash. */
@NullMarked
package gatehouse.deid.policy;

import org.jspecify.annotations.NullMarked;
