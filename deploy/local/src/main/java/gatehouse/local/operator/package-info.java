/** What an operator asks the running services, with a token of the development realm. */
@NullMarked
package gatehouse.local.operator;

import org.jspecify.annotations.NullMarked;
