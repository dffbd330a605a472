/** For tests of libraries that own tables: a real database with their schema, without Quarkus. */
@NullMarked
package gatehouse.stage;

import org.jspecify.annotations.NullMarked;
