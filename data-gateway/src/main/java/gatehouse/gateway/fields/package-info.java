/**
 * What a body may hold, member by member. For a public destination everything is refused that is
 * not known and readable; in the house only what would carry data out of it, past this gateway, or
 * into another conversation.
 */
@NullMarked
package gatehouse.gateway.fields;

import org.jspecify.annotations.NullMarked;
