package gatehouse.local;

import gatehouse.local.blueprint.Surroundings;
import gatehouse.local.operator.NoAnswerException;
import gatehouse.local.operator.Operator;
import gatehouse.local.operator.ParkedEvent;
import gatehouse.local.operator.Replayed;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./suite parked}: what is parked in the running suite, and taking it up again. */
@Command(
    name = "parked",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the events that services could not take, and takes them up again.",
      "Replaying takes up the event and all that wait behind it, in their order; mend first what"
          + " made it fail. What it said is never shown."
    },
    footer = {
      "",
      "Exit codes: 0 nothing is parked (any more); 1 something is; 2 wrong usage; 3 the suite, or a"
          + " part of it, does not answer."
    })
final class ParkedCommand implements Callable<Integer> {
  private static final Pattern ID = Pattern.compile("[a-z0-9.-]{1,200}/\\d{1,9}/\\d{1,18}");

  @Mixin private @Nullable Location location;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "SERVICE",
      description =
          "admission-service, consent-service, incident-service or data-gateway; all if none is"
              + " named.")
  private @Nullable String service;

  @ArgGroup private @Nullable Which which;

  /** What to replay. */
  static final class Which {
    @Option(
        names = "--replay",
        paramLabel = "ID",
        description = "Takes up the event of that ID, as it is listed, and all of its key.")
    private @Nullable String id;

    @Option(names = "--all", description = "Takes up everything that is listed.")
    private boolean all;
  }

  @Override
  public Integer call() {
    Location where = Objects.requireNonNull(location);
    List<String> asked = service == null ? Surroundings.services() : List.of(service);
    Surroundings surroundings = where.surroundings();
    asked.forEach(one -> urlOf(surroundings, one));
    String id = which == null ? null : which.id;
    if (id != null && !ID.matcher(id).matches()) {
      throw wrongUsage("An ID is topic/partition/offset, as './suite parked' lists it: " + id);
    }
    if (!where.isRunning()) {
      return ExitCode.NOT_READY.number();
    }
    try (Operator operator =
        new Operator(Objects.requireNonNull(surroundings.shared().get("GATEHOUSE_OIDC")))) {
      return act(operator, surroundings, asked, id).number();
    } catch (NoAnswerException e) {
      System.err.println(e.getMessage());
      return ExitCode.NOT_READY.number();
    }
  }

  private ExitCode act(
      Operator operator, Surroundings surroundings, List<String> asked, @Nullable String id) {
    boolean found = false;
    boolean left = false;
    for (String one : asked) {
      String url = urlOf(surroundings, one);
      List<ParkedEvent> parked = operator.parked(url);
      for (ParkedEvent event : chosen(parked, id)) {
        found = true;
        say(one, event, operator.replay(url, event));
      }
      List<ParkedEvent> still = which == null ? parked : operator.parked(url);
      still.forEach(event -> list(one, event));
      left |= !still.isEmpty();
    }
    if (id != null && !found) {
      throw wrongUsage("Nothing is parked at " + id + "; './suite parked' lists what is.");
    }
    System.out.println(
        left
            ? "Next: mend what refuses them, then ./suite parked --replay ID (or --all)."
            : "Nothing is parked.");
    return left ? ExitCode.FAILED : ExitCode.DONE;
  }

  private List<ParkedEvent> chosen(List<ParkedEvent> parked, @Nullable String id) {
    if (which == null) {
      return List.of();
    }
    return which.all ? parked : parked.stream().filter(event -> event.id().equals(id)).toList();
  }

  private static void say(String service, ParkedEvent event, Replayed replayed) {
    String came =
        switch (replayed) {
          case Replayed.Freed(int taken) -> "replayed, " + taken + " taken, its key is free";
          case Replayed.RefusedAgain(int taken, String reason) ->
              "refused again behind " + taken + " that were taken: " + reason;
          case Replayed.Gone() -> "taken with another of its key";
        };
    System.out.printf("  %-18s %s %s%n", service, event.id(), came);
  }

  private static void list(String service, ParkedEvent event) {
    System.out.printf(
        "  %-18s %s parked since %s: %s%n", service, event.id(), event.since(), event.reason());
  }

  private String urlOf(Surroundings surroundings, String name) {
    try {
      return surroundings.urlOf(name);
    } catch (IllegalArgumentException e) {
      throw wrongUsage(
          e.getMessage() + "; there are: " + String.join(", ", Surroundings.services()));
    }
  }

  private ParameterException wrongUsage(String message) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
  }
}
