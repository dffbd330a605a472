/** Keys over HTTP, and the way in for those who hold one. */
@NullMarked
package gatehouse.gateway.key.rest;

import org.jspecify.annotations.NullMarked;
