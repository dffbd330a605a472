/**
 * What an AI said here. Each delivered answer is registered with a digest, so that a physician can
 * confirm it before it enters the record, and so that a stripped label shows (G-27, G-32, G-33).
 */
@NullMarked
package gatehouse.gateway.output;

import org.jspecify.annotations.NullMarked;
