package gatehouse.proof.witness;

import gatehouse.inbox.ReceivedEvent;
import gatehouse.inbox.Receiver;
import gatehouse.journal.Actors;
import gatehouse.journal.Entry;
import gatehouse.journal.Journal;
import gatehouse.proof.ProofSettings;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Makes every checkpoint that it hears an entry of this journal. It judges nothing: what was heard
 * cannot be taken back here without a contradiction that this journal's own witness sees, and
 * whoever verifies the other journal does it against what stands here.
 */
@ApplicationScoped
class RememberCheckpoints implements Receiver {
  private static final String HEARD = "gatehouse.journal.checkpoint.signed.v1";
  private static final String REMEMBERED = "gatehouse.journal.checkpoint.remembered.v1";
  private static final int LONGEST_NOTE = 4_096;

  private final Journal journal;
  private final Actors actors;
  private final ProofSettings settings;

  RememberCheckpoints(Journal journal, Actors actors, ProofSettings settings) {
    this.journal = journal;
    this.actors = actors;
    this.settings = settings;
  }

  @Override
  public String topic() {
    return settings.witness().remembers().orElse("");
  }

  /** Without a note the event says nothing; refusing parks it where somebody sees it. */
  @Override
  public void receive(ReceivedEvent event) {
    if (!event.type().equals(HEARD)) {
      return;
    }
    String origin = event.data().path("origin").asText();
    String note = event.data().path("note").asText();
    if (!note.startsWith(origin + '\n') || origin.isBlank() || note.length() > LONGEST_NOTE) {
      throw new IllegalArgumentException("no checkpoint, or one of another log than it says");
    }
    journal.append(
        Entry.of(REMEMBERED, origin)
            .by(actors.service())
            .clauses("E-11")
            .data(new Remembered(origin, event.data().path("size").asLong(), note))
            .version(event.version())
            .occurredAt(event.time())
            .build());
  }

  /**
   * Data of the entry.
   *
   * @param origin the other log's name (C2SP tlog-checkpoint)
   * @param size entries that the checkpoint speaks of
   * @param note the signed checkpoint, byte for byte as it was heard
   */
  record Remembered(String origin, long size, String note) {}
}
