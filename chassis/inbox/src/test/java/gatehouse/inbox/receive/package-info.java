/** Tests of the package of the same name. */
@NullMarked
package gatehouse.inbox.receive;

import org.jspecify.annotations.NullMarked;
