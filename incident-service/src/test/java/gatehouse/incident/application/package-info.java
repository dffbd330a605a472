@NullMarked
package gatehouse.incident.application;

import org.jspecify.annotations.NullMarked;
