/**
 * What leaves. For a public destination every string of the body, keys included, goes through the
 * de-identification engine, only known fields pass, and the exact bytes are looked at once more by
 * the tripwire. What cannot be made clean is blocked; so is everything when a scanner has trouble.
 */
@NullMarked
package gatehouse.gateway.egress;

import org.jspecify.annotations.NullMarked;
