/**
 * What the owners said yes to, kept in memory while their leases live and nothing they tell touches
 * it. A no is never kept: it may have become a yes.
 */
@NullMarked
package gatehouse.gateway.kept;

import org.jspecify.annotations.NullMarked;
