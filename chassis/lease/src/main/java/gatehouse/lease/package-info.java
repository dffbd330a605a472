/**
 * How fresh a copy is. An owner lends each holder of copies a lease: an epoch, the version of its
 * deny-type facts, those facts, and a time to live. Who holds a lease that lives knows every fact
 * up to its version; who holds none knows nothing. No domain word stands here.
 */
@NullMarked
package gatehouse.lease;

import org.jspecify.annotations.NullMarked;
