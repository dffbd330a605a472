/** Who may speak to a broker that has access rules. */
@NullMarked
package gatehouse.embedded.users;

import org.jspecify.annotations.NullMarked;
