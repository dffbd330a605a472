/**
 * The journal shown to those who doubt it: exported, proven entry by entry, witnessed by others,
 * and looked at again by its own service. Nothing here writes what happened; {@code
 * chassis/journal} does.
 */
@NullMarked
package gatehouse.proof;

import org.jspecify.annotations.NullMarked;
