@NullMarked
package gatehouse.incident.stop.rest;

import org.jspecify.annotations.NullMarked;
