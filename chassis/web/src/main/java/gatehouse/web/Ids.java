package gatehouse.web;

import java.util.UUID;

/** Gives ids. Injected, so that tests decide them. */
@FunctionalInterface
public interface Ids {
  /** A fresh UUIDv7 (RFC 9562): ids of one process sort by time. */
  UUID next();
}
