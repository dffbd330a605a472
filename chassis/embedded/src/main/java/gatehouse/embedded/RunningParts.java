package gatehouse.embedded;

/**
 * Where the parts of this JVM are. Kept in system properties, because Quarkus loads a test, its
 * resources and its application with class loaders of their own: a static field would exist once in
 * each.
 */
enum RunningParts {
  POSTGRES_PORT,
  KAFKA,
  ISSUER,
  SIGNING_KEY;

  private String key() {
    return "gatehouse.embedded." + name();
  }

  boolean isKnown() {
    return System.getProperty(key()) != null;
  }

  void is(String value) {
    System.setProperty(key(), value);
  }

  String value() {
    String value = System.getProperty(key());
    if (value == null) {
      throw new IllegalStateException(
          name() + " is not known: does the test carry @QuarkusTestResource(Parts.class)?");
    }
    return value;
  }
}
