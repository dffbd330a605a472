package gatehouse.gateway.fakes;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What the fakes say and what they heard. Kept in the system properties as plain Java types: a test
 * and its resources are loaded by different class loaders.
 */
public final class Script {
  /** Name of an upstream in the house. */
  public static final String IN_HOUSE = "in-house";

  /** Name of the public one. */
  public static final String PUBLIC = "public-cloud";

  private Script() {}

  /** Everything as the story has it: three applications, consent given, no stop. */
  public static void reset() {
    said().clear();
    heard(IN_HOUSE).clear();
    heard(PUBLIC).clear();
    heard("standings").clear();
    heard("decisions").clear();
    say("standings:note-assistant", Answers.standing("note-assistant", "HIGH", "DEIDENTIFIED"));
    say("standings:discharge-summary", Answers.standing("discharge-summary", "HIGH", "NONE"));
    say("standings:wayfinding", Answers.withoutPatient("wayfinding", "DEIDENTIFIED"));
    say("decisions", Answers.PERMIT);
    say("stops", Answers.noStops());
  }

  /** Lets a fake answer so: {@code stops}, {@code decisions}, {@code standings:<code>}. */
  public static void say(String key, String body) {
    said().put(key, body);
  }

  /** Lets a fake answer with another status. */
  public static void status(String key, int status) {
    said().put("status:" + key, Integer.toString(status));
  }

  /** Lets a fake wait before it answers. */
  public static void delay(String key, int millis) {
    said().put("delay:" + key, Integer.toString(millis));
  }

  /** Every request that an upstream received, each as all of its bytes. */
  public static List<String> received(String upstream) {
    return List.copyOf(heard(upstream));
  }

  /** The bodies of the requests that an upstream received. */
  public static List<String> bodies(String upstream) {
    return received(upstream).stream()
        .map(raw -> raw.substring(raw.indexOf("\r\n\r\n") + 4))
        .toList();
  }

  static String said(String key, String otherwise) {
    return said().getOrDefault(key, otherwise);
  }

  static int number(String key, int otherwise) {
    return Integer.parseInt(said().getOrDefault(key, Integer.toString(otherwise)));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> said() {
    return (Map<String, String>)
        System.getProperties()
            .computeIfAbsent("gatehouse.fakes.said", _ -> new ConcurrentHashMap<>());
  }

  @SuppressWarnings("unchecked")
  static Queue<String> heard(String by) {
    return (Queue<String>)
        System.getProperties()
            .computeIfAbsent(
                "gatehouse.fakes.heard." + by, _ -> new ConcurrentLinkedQueue<String>());
  }
}
