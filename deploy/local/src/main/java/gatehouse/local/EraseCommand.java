package gatehouse.local;

import gatehouse.embedded.Topic;
import gatehouse.local.blueprint.Surroundings;
import gatehouse.local.operator.Erased;
import gatehouse.local.operator.NoAnswerException;
import gatehouse.local.operator.Steward;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code ./suite erase}: the data steward's order to destroy what the journal says of a subject.
 */
@Command(
    name = "erase",
    mixinStandardHelpOptions = true,
    description = {
      "Orders, as the data steward, that a service destroys what its journal says of a subject.",
      "It cannot be undone. The order is an entry first; every proof holds afterwards. Each service"
          + " is ordered by itself.",
      "No order reaches what was published: it stays on Kafka until the topic's retention ends, on"
          + " compacted topics the subject's last event for ever, on topics that forget nothing all"
          + " of them (column cleanup of deploy/topics.csv; what is said afterwards names them)."
    },
    footer = {
      "",
      "Exit codes: 0 erased; 1 nothing was erased, and why; 2 wrong usage; 3 the suite, or a part of"
          + " it, does not answer: then it says whether it may have been erased."
    })
final class EraseCommand implements Callable<Integer> {
  private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9./-]{0,63}");
  private static final int LONGEST_SUBJECT = 200;

  /** Why a subject may be erased: the words of the services' contracts. */
  enum ErasureReason {
    CONSENT_WITHDRAWN,
    RETENTION_ENDED,
    COURT_ORDER,
    REQUEST_OF_PERSON
  }

  @Mixin private @Nullable Location location;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "SERVICE",
      description = "admission-service, consent-service, incident-service or data-gateway.")
  private String service = "";

  @Parameters(
      index = "1",
      paramLabel = "SUBJECT",
      description = "The subject as it stands in the entries; an export shows it.")
  private String subject = "";

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "REASON",
      description = "One of: ${COMPLETION-CANDIDATES}.")
  private @Nullable ErasureReason reason;

  @Option(
      names = "--reference",
      required = true,
      paramLabel = "NUMBER",
      description = "Where the order is filed; a number such as 2026/17, never a name.")
  private String reference = "";

  @Option(names = "--yes", description = "Says that you know that it cannot be undone.")
  private boolean isSure;

  @Override
  public Integer call() {
    Location where = Objects.requireNonNull(location);
    Surroundings surroundings = where.surroundings();
    String url = urlOf(surroundings);
    if (!REFERENCE.matcher(reference).matches()) {
      throw wrongUsage(
          "--reference is a number of letters, digits, '.', '/' and '-', 64 at most, and no name");
    }
    if (subject.isBlank() || subject.length() > LONGEST_SUBJECT) {
      throw wrongUsage("A subject has 1 to " + LONGEST_SUBJECT + " characters");
    }
    if (!isSure) {
      throw wrongUsage("It cannot be undone. Whoever knows that says --yes.");
    }
    if (!where.isRunning()) {
      return ExitCode.NOT_READY.number();
    }
    try (Steward steward =
        new Steward(Objects.requireNonNull(surroundings.shared().get("GATEHOUSE_OIDC")))) {
      String why = Objects.requireNonNull(reason).name();
      return say(steward.erase(url, subject, why, reference)).number();
    } catch (NoAnswerException e) {
      System.err.println(e.getMessage());
      return ExitCode.NOT_READY.number();
    }
  }

  private ExitCode say(Erased erased) {
    return switch (erased) {
      case Erased.Done(String order, long entries, long left) -> {
        System.out.printf("Erased: %d entries, by order %s.%n", entries, order);
        if (left > 0) {
          System.out.printf("Left: %d entries from before there were salts.%n", left);
        }
        sayWhatStays();
        System.out.println("Next: the same at each other service that knows the subject.");
        yield ExitCode.DONE;
      }
      case Erased.Unknown() -> {
        System.out.println(
            "Unknown: "
                + service
                + " was given the order and has not answered. It may be carried out, or still be.");
        System.out.println(
            "Next: ./suite status; then the same command once more, which does no harm. \"Nothing is"
                + " erased: the service knows no such subject, or none any more\" then says that it"
                + " was carried out; the order is an entry"
                + " (gatehouse.journal.erasure.ordered.v1, reference "
                + reference
                + ") that an auditor reads with GET /v1/journal.");
        yield ExitCode.NOT_READY;
      }
      case Erased.NothingThere() -> {
        System.out.println(
            "Nothing is erased: the service knows no such subject, or none any more.");
        System.out.println("Next: look into an export how the subject is spelled.");
        yield ExitCode.FAILED;
      }
      case Erased.Refused(String why, String next) -> {
        System.out.println("Nothing is erased: " + why + ".");
        System.out.println("Next: " + next);
        yield ExitCode.FAILED;
      }
    };
  }

  /** From the list of topics, so that it is true of the topics that there are. */
  private void sayWhatStays() {
    List<Topic> written =
        Topic.ofThisCheckout().stream().filter(topic -> topic.writer().equals(service)).toList();
    for (Topic.Cleanup cleanup : Topic.Cleanup.values()) {
      String names =
          written.stream()
              .filter(topic -> topic.cleanup() == cleanup)
              .map(Topic::name)
              .collect(Collectors.joining(", "));
      if (!names.isEmpty()) {
        System.out.printf("Stays on Kafka %s: %s.%n", howLong(cleanup), names);
      }
    }
  }

  private static String howLong(Topic.Cleanup cleanup) {
    return switch (cleanup) {
      case DELETE -> "until the retention ends";
      case COMPACT -> "for ever, the subject's last event";
      case FOREVER -> "for ever, each event";
    };
  }

  private String urlOf(Surroundings surroundings) {
    try {
      return surroundings.urlOf(service);
    } catch (IllegalArgumentException e) {
      throw wrongUsage(
          e.getMessage() + "; there are: " + String.join(", ", Surroundings.services()));
    }
  }

  private ParameterException wrongUsage(String message) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
  }
}
