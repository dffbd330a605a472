/** The suite as a caller meets it: people and machines with tokens, HTTP, the OpenAI client. */
@NullMarked
package gatehouse.story.stage;

import org.jspecify.annotations.NullMarked;
