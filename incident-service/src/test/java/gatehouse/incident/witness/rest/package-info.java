@NullMarked
package gatehouse.incident.witness.rest;

import org.jspecify.annotations.NullMarked;
