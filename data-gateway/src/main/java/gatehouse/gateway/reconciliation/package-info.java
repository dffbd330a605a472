/** What record systems say they wrote, held against what was released (G-33). */
@NullMarked
package gatehouse.gateway.reconciliation;

import org.jspecify.annotations.NullMarked;
