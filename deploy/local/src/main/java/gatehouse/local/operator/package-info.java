/** What people of the development realm ask the running services from a terminal. */
@NullMarked
package gatehouse.local.operator;

import org.jspecify.annotations.NullMarked;
