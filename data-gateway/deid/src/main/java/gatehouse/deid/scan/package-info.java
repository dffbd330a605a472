/**
 * What a detector is, and the detectors of electronic and foreign identifiers. Each detector is
 * linear in the text and knows nothing of the others; conflicts are settled later.
 */
@NullMarked
package gatehouse.deid.scan;

import org.jspecify.annotations.NullMarked;
