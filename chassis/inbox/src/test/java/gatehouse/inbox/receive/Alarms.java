package gatehouse.inbox.receive;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** The errors that one class logs while this is open. */
final class Alarms extends Handler {
  private final Logger logger;
  private final List<String> errors = new CopyOnWriteArrayList<>();

  private Alarms(Logger logger) {
    this.logger = logger;
  }

  static Alarms of(Class<?> type) {
    Alarms alarms = new Alarms(Logger.getLogger(type.getName()));
    alarms.logger.addHandler(alarms);
    return alarms;
  }

  List<String> errors() {
    return List.copyOf(errors);
  }

  @Override
  public void publish(LogRecord line) {
    if (line.getLevel().intValue() > Level.WARNING.intValue()) {
      errors.add(line.getMessage().formatted(line.getParameters()));
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
  }
}
