/**
 * What the whole service is held against: its contracts, its architecture, its walks over HTTP with
 * real PostgreSQL and Kafka.
 */
@NullMarked
package gatehouse.admission;

import org.jspecify.annotations.NullMarked;
