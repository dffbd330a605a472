package gatehouse.web;

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
  private static final String FORM = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";

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
    if (id == null || id.length() != FORM.length()) {
      return false;
    }
    for (int i = 0; i < FORM.length(); i++) {
      char c = id.charAt(i);
      if (FORM.charAt(i) == '-' ? c != '-' : !isHex(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isHex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
  }
}
