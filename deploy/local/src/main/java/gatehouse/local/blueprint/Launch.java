package gatehouse.local.blueprint;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** How a part's process comes to life. */
public sealed interface Launch {
  /**
   * A command of its own.
   *
   * @param needed a file that building the project makes; without it the part cannot start
   */
  record Command(List<String> arguments, Map<String, String> environment, Path needed)
      implements Launch {
    public Command {
      arguments = List.copyOf(arguments);
      environment = Map.copyOf(environment);
    }
  }

  /** The PostgreSQL server, with these databases. */
  record Server(Path folder, int port, List<String> databases) implements Launch {
    public Server {
      databases = List.copyOf(databases);
    }
  }
}
