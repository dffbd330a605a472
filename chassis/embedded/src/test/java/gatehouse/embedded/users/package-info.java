/** Users, and what a real broker lets them do. */
@NullMarked
package gatehouse.embedded.users;

import org.jspecify.annotations.NullMarked;
