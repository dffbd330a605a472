package gatehouse.verify;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A command line that was understood. */
record Arguments(Verb verb, Path file, Map<String, Path> options) {

  /** What is to be verified. */
  enum Verb {
    EXPORT,
    INCLUSION,
    CONSISTENCY;

    private Set<String> required() {
      return this == CONSISTENCY ? Set.of("--from", "--checkpoint") : Set.of("--checkpoint");
    }

    private Set<String> optional() {
      return switch (this) {
        case EXPORT -> Set.of("--key", "--earlier");
        case INCLUSION -> Set.of("--key", "--entry");
        case CONSISTENCY -> Set.of("--key");
      };
    }
  }

  /**
   * Reads a command line.
   *
   * @throws IllegalArgumentException with what is wrong with it
   */
  static Arguments parse(List<String> line) {
    List<String> plain = new ArrayList<>();
    Map<String, Path> options = new HashMap<>();
    for (int i = 0; i < line.size(); i++) {
      String word = line.get(i);
      if (!word.startsWith("--")) {
        plain.add(word);
      } else if (i + 1 == line.size()) {
        throw new IllegalArgumentException(word + " needs a file");
      } else if (options.put(word, path(line.get(++i))) != null) {
        throw new IllegalArgumentException(word + " stands twice");
      }
    }
    Verb verb =
        switch (plain.isEmpty() ? "" : plain.getFirst()) {
          case "inclusion" -> Verb.INCLUSION;
          case "consistency" -> Verb.CONSISTENCY;
          default -> Verb.EXPORT;
        };
    List<String> files = verb == Verb.EXPORT ? plain : plain.subList(1, plain.size());
    check(verb, files, options.keySet());
    return new Arguments(verb, path(files.getFirst()), Map.copyOf(options));
  }

  /** The file of a required option. */
  Path required(String option) {
    Path path = options.get(option);
    if (path == null) {
      throw new IllegalStateException(option + " was required and is missing");
    }
    return path;
  }

  /** The file of an option, if it was given. */
  @Nullable Path optional(String option) {
    return options.get(option);
  }

  private static void check(Verb verb, List<String> files, Set<String> options) {
    if (files.size() != 1) {
      throw new IllegalArgumentException(
          "one file is to be named, and %d are".formatted(files.size()));
    }
    for (String option : verb.required()) {
      if (!options.contains(option)) {
        throw new IllegalArgumentException(option + " is missing");
      }
    }
    for (String option : options) {
      if (!verb.required().contains(option) && !verb.optional().contains(option)) {
        throw new IllegalArgumentException(option + " is unknown here");
      }
    }
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(text + " is no path", e);
    }
  }
}
