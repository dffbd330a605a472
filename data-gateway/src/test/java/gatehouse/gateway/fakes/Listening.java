package gatehouse.gateway.fakes;

import java.util.Arrays;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Hears all that is logged from its making on: messages, what is put into them, and faults. */
public final class Listening extends Handler {
  private final StringBuilder logged = new StringBuilder();

  public Listening() {
    Logger.getLogger("").addHandler(this);
  }

  /** Hears no more, and tells. */
  public String end() {
    Logger.getLogger("").removeHandler(this);
    synchronized (logged) {
      return logged.toString();
    }
  }

  @Override
  public void publish(LogRecord event) {
    synchronized (logged) {
      logged.append(event.getMessage()).append(Arrays.toString(event.getParameters()));
      for (Throwable cause = event.getThrown(); cause != null; cause = cause.getCause()) {
        logged.append(cause);
      }
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
