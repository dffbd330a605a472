/** Names of people: beside labels and titles, and what is no name although it looks like one. */
@NullMarked
package gatehouse.deid.names;

import org.jspecify.annotations.NullMarked;
