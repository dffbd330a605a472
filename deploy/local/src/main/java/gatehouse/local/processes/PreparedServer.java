package gatehouse.local.processes;

import gatehouse.embedded.Ports;
import gatehouse.local.blueprint.Blueprint;
import gatehouse.local.blueprint.Launch;
import gatehouse.local.blueprint.Part;
import gatehouse.local.blueprint.PortPlan;
import gatehouse.local.blueprint.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A database server's folder in which Keycloak has made its tables and imported the realm already:
 * made once per checkout, copied into each new run. It costs Keycloak two thirds of a first start.
 *
 * <p>It is made by a run of its own, of these two parts in a folder of their own, and so is ended
 * and cleared away like any other when its launcher was killed. Another Keycloak, another realm
 * file or another PostgreSQL has another name (ADR 0707).
 */
public final class PreparedServer {
  /** Of which version the server's files are; another one cannot read them. */
  static final String SERVER = "18";

  private static final String SERVER_PART = "postgres";
  private static final String ISSUER_PART = "keycloak";

  private final Blueprint blueprint;
  private final Path kept;

  private PreparedServer(Blueprint blueprint, Path kept) {
    this.blueprint = blueprint;
    this.kept = kept;
  }

  /**
   * Gives a run without data the prepared ones. Where there are none yet and Keycloak is among the
   * parts, they are made first, which is said and takes half a minute.
   *
   * @param blueprint of the run, whose folder is claimed
   * @param parts that are about to start
   * @throws CannotStart when PostgreSQL or Keycloak do not come up
   */
  public static void give(Blueprint blueprint, List<Part> parts, Announcements announcements) {
    Path data = blueprint.run().data().resolve(SERVER_PART);
    if (Files.exists(data) || !isAmong(parts, SERVER_PART)) {
      return;
    }
    PreparedServer prepared = new PreparedServer(blueprint, place(blueprint));
    if (!prepared.isThere() && isAmong(parts, ISSUER_PART)) {
      prepared.make(announcements);
    }
    if (prepared.isThere()) {
      prepared.copyTo(data);
    }
  }

  private static boolean isAmong(List<Part> parts, String name) {
    return parts.stream().anyMatch(part -> part.name().equals(name));
  }

  private boolean isThere() {
    return Files.isDirectory(kept);
  }

  private static Path place(Blueprint blueprint) {
    Path checkout = blueprint.checkout();
    Part keycloak = named(blueprint, Set.of(ISSUER_PART)).getFirst();
    if (!(keycloak.launch() instanceof Launch.Command command)) {
      throw new IllegalStateException("Keycloak is a command");
    }
    // …/keycloak-<version>/lib/quarkus-run.jar
    Path jar = command.needed();
    Path version = jar.getName(jar.getNameCount() - 3);
    String realm = digest(checkout.resolve("deploy/realm/hospital-realm.json"));
    return checkout
        .resolve("deploy/local/target/prepared")
        .resolve("%s-realm-%s-postgres-%s".formatted(version, realm, SERVER));
  }

  private void make(Announcements announcements) {
    announcements.note("keycloak's database is being prepared, once (20 to 60 s)");
    RunFolder scratch = new RunFolder(kept.resolveSibling("being-made"));
    PortPlan ports = PortPlan.from(Ports::free);
    try (RunningSuite making = claim(scratch, announcements)) {
      // Whoever is stopped meanwhile stops these two as well; later there is nothing to stop.
      Runtime.getRuntime().addShutdownHook(new Thread(making::close, "stopping the preparation"));
      making.forgetData();
      Blueprint own = new Blueprint(blueprint.checkout(), scratch, ports);
      making.start(named(own, Set.of(SERVER_PART, ISSUER_PART)), ports);
      making.close();
      keep(scratch);
    } catch (CannotStart e) {
      if (e.reason() != CannotStart.Reason.ALREADY_RUNNING) {
        throw e;
      }
      announcements.note("another run prepares it; this one does without");
    }
  }

  private static RunningSuite claim(RunFolder scratch, Announcements announcements) {
    return RunningSuite.claim(scratch, new NotesOnly(announcements::note));
  }

  /** Only of a server that has ended in order; all of it or nothing. */
  private void keep(RunFolder scratch) {
    Path made = scratch.data().resolve(SERVER_PART);
    try {
      if (!isThere() && !Files.exists(made.resolve("postmaster.pid"))) {
        forgetOlder();
        Files.move(made, kept, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    scratch.forget();
  }

  private void forgetOlder() throws IOException {
    try (Stream<Path> older = Files.list(kept.getParent())) {
      older
          .filter(one -> one.getFileName().toString().startsWith(ISSUER_PART))
          .forEach(one -> new RunFolder(one).forget());
    }
  }

  private void copyTo(Path data) {
    Path half = data.resolveSibling(SERVER_PART + ".half");
    new RunFolder(half).forget();
    try (Stream<Path> files = Files.walk(kept)) {
      for (Path file : files.toList()) {
        Path copy = half.resolve(kept.relativize(file).toString());
        Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
      }
      Files.move(half, data, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Part> named(Blueprint blueprint, Set<String> names) {
    return blueprint.parts().stream().filter(part -> names.contains(part.name())).toList();
  }

  private static String digest(Path file) {
    try {
      byte[] all = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(all, 0, 8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Its parts come and go, which is nobody's news. */
  private record NotesOnly(Consumer<String> out) implements Announcements {
    @Override
    public void ready(Part part, Duration after) {}

    @Override
    public void ended(Part part, Path log) {}

    @Override
    public void note(String line) {
      out.accept(line);
    }
  }
}
