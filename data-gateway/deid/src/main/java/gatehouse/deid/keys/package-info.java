/**
 * Keys from a file, through Tink. The only package that needs Tink on the class path, and only when
 * a policy with keys is used.
 */
@NullMarked
package gatehouse.deid.keys;

import org.jspecify.annotations.NullMarked;
