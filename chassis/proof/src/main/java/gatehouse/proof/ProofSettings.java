package gatehouse.proof;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** What an operator can set about how the journal is shown and looked at again. */
@ConfigMapping(prefix = "gatehouse.proof")
public interface ProofSettings {

  Witnessing witness();

  Inspecting inspect();

  /** Checkpoints told to others, who keep them as witnesses. */
  interface Witnessing {
    /** Where they are told; nowhere if it is not set. */
    Optional<String> topic();

    /** Where another journal tells its own, which this one remembers; none if it is not set. */
    Optional<String> remembers();

    /** How often the latest one is told, if there is a new one. */
    @WithDefault("PT1M")
    Duration every();
  }

  /** The journal looked at again, by its own service. */
  interface Inspecting {

    /** How often a stretch is looked at. */
    @WithDefault("PT1S")
    Duration poll();

    /**
     * Entries of the whole that are looked at in a turn; of what is new up to ten times as many.
     */
    @WithDefault("500")
    int batch();

    /** How long after its end the pass over the whole begins anew. */
    @WithDefault("PT24H")
    Duration again();
  }
}
