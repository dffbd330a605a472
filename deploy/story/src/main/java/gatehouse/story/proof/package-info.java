/** What is left of the story: journal entries, and Kafka events that keep their producers' word. */
@NullMarked
package gatehouse.story.proof;

import org.jspecify.annotations.NullMarked;
