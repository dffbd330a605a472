/**
 * Many texts through one engine, each a request of its own: what the command line and a cluster
 * share, so that both write the same bytes.
 */
@NullMarked
package gatehouse.deid.batch;

import org.jspecify.annotations.NullMarked;
