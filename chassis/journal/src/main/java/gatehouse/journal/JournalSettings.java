package gatehouse.journal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Everything about the journal that an operator can set. */
@ConfigMapping(prefix = "gatehouse.journal")
public interface JournalSettings {

  /** False starts no thread: entries are kept, but neither numbered nor published nor received. */
  @WithDefault("true")
  boolean running();

  /** The service's name in {@code ce_source} and in the consumer groups. */
  @WithDefault("${quarkus.application.name}")
  String service();

  /** The issuer under which a person's {@code sub} becomes a pseudonym. */
  @WithDefault("hospital")
  String personIssuer();

  Recording record();

  Sequencing sequence();

  Publishing publish();

  /** Entries that are committed in groups. */
  interface Recording {

    /** How many may wait for the writer before a call is refused. */
    @WithDefault("10000")
    int queue();

    /** The most that one transaction takes. */
    @WithDefault("500")
    int batch();

    /** How long a call waits for durability. */
    @WithDefault("PT5S")
    Duration patience();
  }

  /** Numbers, hashes and checkpoints. */
  interface Sequencing {

    /** How often it looks; each look that finds something signs a checkpoint. */
    @WithDefault("PT0.050S")
    Duration poll();

    /** How often an instance that waits asks for the lock. */
    @WithDefault("PT0.500S")
    Duration takeover();

    @WithDefault("1000")
    int batch();

    /** The checkpoint's origin line and the key's name; once used it must stay. */
    @WithDefault("gatehouse/${quarkus.application.name}")
    String origin();

    /** Seed of the Ed25519 key, 32 bytes in Base64 ({@code openssl rand -base64 32}). */
    Optional<String> signingKey();

    /** True refuses to sign with a key that the library made itself. */
    @WithDefault("false")
    boolean signingKeyRequired();

    /**
     * True numbers nothing on a server that may lose what it has confirmed (fsync or
     * full_page_writes off): a checkpoint that others have seen must not be unsaid.
     */
    @WithDefault("true")
    boolean crashSafeRequired();

    /** Without a sign of life for so long the service is not ready. */
    @WithDefault("PT10S")
    Duration silence();
  }

  /** Events out. */
  interface Publishing {

    @WithDefault("PT0.020S")
    Duration poll();

    @WithDefault("500")
    int batch();
  }
}
