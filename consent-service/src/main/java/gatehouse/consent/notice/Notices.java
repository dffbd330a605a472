package gatehouse.consent.notice;

import gatehouse.consent.application.ApplicationCode;
import java.time.Instant;
import java.util.Optional;

/** The notices of this hospital, in all versions. */
public interface Notices {

  /** Adds a version. */
  void add(Notice notice);

  /** The version to show at the time: the newest that was published by then. */
  Optional<Notice> at(ApplicationCode application, Instant time);

  /** Makes others who publish for the application wait until the transaction ends. */
  void lock(ApplicationCode application);
}
