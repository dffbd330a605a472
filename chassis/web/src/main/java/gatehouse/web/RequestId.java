package gatehouse.web;

import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * The id of the request being served. It comes as a UUID with {@code X-Request-Id} or is made here,
 * stands in every log line under {@code requestId}, in the answer, and travels on in HTTP and Kafka
 * headers.
 */
public final class RequestId {
  /** The HTTP header. */
  public static final String HEADER = "X-Request-Id";

  private static final String LOG_KEY = "requestId";
  private static final String NONE = "none";
  private static final Pattern FORM =
      Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private RequestId() {}

  /** The current id, or {@code none} outside a request. */
  public static String current() {
    Object id = MDC.get(LOG_KEY);
    return id == null ? NONE : id.toString();
  }

  /** Makes the id current for this thread or request. */
  public static void set(String id) {
    MDC.put(LOG_KEY, id);
  }

  /**
   * Whether a caller's id may be taken over: only a UUID in its canonical form (RFC 9562, section
   * 4). Anything freer could carry a name or a phone number into logs, headers and the database.
   */
  public static boolean isAcceptable(@Nullable String id) {
    return id != null && FORM.matcher(id).matches();
  }
}
