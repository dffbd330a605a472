package gatehouse.web;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a POST that changes state: the caller must send {@code Idempotency-Key}, and a repeated
 * request gets the first answer instead of a second effect.
 *
 * <p>The method runs in one transaction with the key. An answer of 400 or more rolls everything
 * back and frees the key: a refused request leaves nothing behind. The method must return a {@link
 * jakarta.ws.rs.core.Response}.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Idempotent {}
