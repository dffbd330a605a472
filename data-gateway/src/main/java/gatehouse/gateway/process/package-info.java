/** Which of the gateway's running processes this is: a replica has another one after each start. */
@NullMarked
package gatehouse.gateway.process;

import org.jspecify.annotations.NullMarked;
