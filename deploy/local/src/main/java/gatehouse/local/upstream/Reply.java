package gatehouse.local.upstream;

import java.util.List;

/** What a model says to a chat completion. */
sealed interface Reply {
  /** One JSON document. */
  record Whole(String json) implements Reply {}

  /** The data lines of an event stream, the last one {@code [DONE]}. */
  record Streamed(List<String> chunks) implements Reply {
    public Streamed {
      chunks = List.copyOf(chunks);
    }
  }

  /** A request that is no chat completion. */
  record Refused(String json) implements Reply {}
}
