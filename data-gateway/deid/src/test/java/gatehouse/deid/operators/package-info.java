@NullMarked
package gatehouse.deid.operators;

import org.jspecify.annotations.NullMarked;
