package gatehouse.local.blueprint;

import java.util.function.Consumer;

/** What must be done before a part's process starts, for example unpacking or a first build. */
@FunctionalInterface
public interface Preparation {
  /** Nothing to do. */
  Preparation NONE = progress -> {};

  /** Does it; a step that takes long says so first. */
  void run(Consumer<String> progress) throws Exception;
}
