/** The last question before bytes leave, asked where nothing but the socket stands behind it. */
@NullMarked
package gatehouse.web.wire;

import org.jspecify.annotations.NullMarked;
