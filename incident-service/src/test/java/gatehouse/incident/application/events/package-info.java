@NullMarked
package gatehouse.incident.application.events;

import org.jspecify.annotations.NullMarked;
