package gatehouse.journal.append;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stands where {@code @Transactional} would, for what only brings new things into being, so often
 * that a commit for each would be too slow. What the method appends to the journal and gives to
 * {@link NewRows} gathers while it runs; behind its return all of it goes to the disk in one
 * transaction, shared with others who wait at the same time, and only then does the caller go on.
 * All of it exists, or none; what the database refuses takes nobody else's with it.
 *
 * <p>The method opens no other transaction, reads nothing back, and runs in none: {@link
 * IllegalStateException}. If it throws, nothing is written. {@link
 * gatehouse.journal.NotRecordedException} says that it is not known to be durable; then nobody may
 * act on it.
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface SharedCommit {}
