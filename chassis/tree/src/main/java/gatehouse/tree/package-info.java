/**
 * The hash tree of RFC 9162 and the checkpoints of C2SP (tlog-checkpoint, signed-note), as a
 * journal writes them: arithmetic over bytes, without a database, a framework or a clock. Who
 * verifies for others uses {@code chassis/verify}, which shares no line with this.
 */
@NullMarked
package gatehouse.tree;

import org.jspecify.annotations.NullMarked;
