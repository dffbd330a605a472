package gatehouse.embedded;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * A service's database on an embedded server.
 *
 * @param name the service's short name, lower-case letters and underscores
 * @param port where the server listens on loopback
 */
public record Database(String name, int port) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z_]{0,40}");

  /** Refuses a name that would have to be quoted in SQL. */
  public Database {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("Not a database name: " + name);
    }
  }

  /** The JDBC address, without user. */
  public String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
  }

  /** The role that owns the schema; its development password is the same word. */
  public String owner() {
    return name + "_owner";
  }

  /** The role that the service works as; its development password is the same word. */
  public String app() {
    return name + "_app";
  }

  /** What a service has to be told to work on it: names and values of environment variables. */
  public Map<String, String> config() {
    return Map.of(
        "GATEHOUSE_DB_URL", url(),
        "GATEHOUSE_DB_USER", app(),
        "GATEHOUSE_DB_PASSWORD", app(),
        "GATEHOUSE_DB_OWNER", owner(),
        "GATEHOUSE_DB_OWNER_PASSWORD", owner());
  }
}
