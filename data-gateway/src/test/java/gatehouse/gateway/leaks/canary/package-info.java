/** Case 56: words planted in every input of calls, and looked for wherever something could stay. */
@NullMarked
package gatehouse.gateway.leaks.canary;

import org.jspecify.annotations.NullMarked;
