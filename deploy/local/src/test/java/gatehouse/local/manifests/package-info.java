/**
 * What can be said about the container manifests without a container engine: that they parse, name
 * every service, set every variable, keep every secret out and let nothing reach what it need not.
 */
@NullMarked
package gatehouse.local.manifests;

import org.jspecify.annotations.NullMarked;
