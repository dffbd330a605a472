/**
 * Replays an exported journal against checkpoints that somebody else has kept, without the service,
 * its code or its database.
 */
@NullMarked
package gatehouse.verify;

import org.jspecify.annotations.NullMarked;
