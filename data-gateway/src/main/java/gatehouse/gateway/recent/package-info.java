/**
 * What the database said a moment ago. Some questions come with every call and their answers hardly
 * ever change; each replica asks them again after a moment, and whoever changes an answer is told
 * so only when no replica remembers the old one.
 */
@NullMarked
package gatehouse.gateway.recent;

import org.jspecify.annotations.NullMarked;
