/** The routes of OpenAI's API that this gateway offers. */
@NullMarked
package gatehouse.gateway.route;

import org.jspecify.annotations.NullMarked;
