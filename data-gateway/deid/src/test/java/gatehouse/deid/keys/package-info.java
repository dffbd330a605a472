@NullMarked
package gatehouse.deid.keys;

import org.jspecify.annotations.NullMarked;
