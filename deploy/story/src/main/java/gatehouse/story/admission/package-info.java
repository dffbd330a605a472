/** How the story's products are admitted and filed, and what their vendor sees of it. */
@NullMarked
package gatehouse.story.admission;

import org.jspecify.annotations.NullMarked;
