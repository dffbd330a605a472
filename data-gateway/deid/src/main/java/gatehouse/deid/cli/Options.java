package gatehouse.deid.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of a command line: options with a value, switches, and the rest. */
final class Options {
  private final Map<String, String> values = new HashMap<>();
  private final List<String> rest = new ArrayList<>();

  private Options() {}

  /**
   * Reads a command line.
   *
   * @param valued options that take a value, as {@code --name value} or {@code --name=value}
   * @param switches options that take none
   * @param either options whose value, if any, follows an equals sign
   */
  static Options parse(String[] words, Set<String> valued, Set<String> switches, Set<String> either)
      throws UsageException {
    Options options = new Options();
    for (int i = 0; i < words.length; i++) {
      String word = words[i];
      int equals = word.startsWith("--") ? word.indexOf('=') : -1;
      String name = equals > 0 ? word.substring(0, equals) : word;
      if (word.equals("--")) {
        options.rest.addAll(Arrays.asList(words).subList(i + 1, words.length));
        break;
      }
      if (either.contains(name) || (switches.contains(name) && equals < 0)) {
        options.values.put(name, equals < 0 ? "" : word.substring(equals + 1));
      } else if (valued.contains(name)) {
        if (equals < 0 && i + 1 == words.length) {
          throw new UsageException(name + " needs a value");
        }
        options.values.put(name, equals > 0 ? word.substring(equals + 1) : words[++i]);
      } else if (word.startsWith("-") && !word.equals("-")) {
        throw new UsageException("unknown option " + name);
      } else {
        options.rest.add(word);
      }
    }
    return options;
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  String value(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  @Nullable Path path(String name) throws UsageException {
    String value = values.get(name);
    try {
      return value == null ? null : Path.of(value);
    } catch (InvalidPathException e) {
      throw new UsageException(name + " needs a path");
    }
  }

  int number(String name, int otherwise) throws UsageException {
    String value = values.get(name);
    if (value == null) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(value);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // The message below says what is wrong.
    }
    throw new UsageException(name + " needs a number above 0");
  }

  /** Words that are no options. */
  List<String> rest() {
    return rest;
  }
}
