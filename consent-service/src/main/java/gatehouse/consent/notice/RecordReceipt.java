package gatehouse.consent.notice;

import gatehouse.clauses.Clause;
import gatehouse.consent.fact.Covers;
import gatehouse.consent.fact.Fact;
import gatehouse.consent.fact.Facts;
import gatehouse.consent.fact.Said;
import gatehouse.consent.notice.ReceiptResult.BeforePublication;
import gatehouse.consent.notice.ReceiptResult.InTheFuture;
import gatehouse.consent.notice.ReceiptResult.Outdated;
import gatehouse.consent.notice.ReceiptResult.Recorded;
import gatehouse.consent.notice.ReceiptResult.Unknown;
import gatehouse.web.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/** Remembers that a person saw or got a notice. */
@ApplicationScoped
@Clause({"G-35", "G-36"})
public class RecordReceipt {
  private final Notices notices;
  private final Facts facts;
  private final NoticeEvents events;
  private final Ids ids;
  private final Clock clock;

  RecordReceipt(Notices notices, Facts facts, NoticeEvents events, Ids ids, Clock clock) {
    this.notices = notices;
    this.facts = facts;
    this.events = events;
    this.ids = ids;
    this.clock = clock;
  }

  /** The pop-up was on the screen. */
  @Transactional
  public ReceiptResult shown(Reading reading) {
    return receipt(reading, Receipt.Kind.SHOWN);
  }

  /** The person tapped yes. */
  @Transactional
  public ReceiptResult accepted(Reading reading) {
    return receipt(reading, Receipt.Kind.ACCEPTED);
  }

  /**
   * The paragraph was handed over.
   *
   * @param reading with an encounter
   */
  @Transactional
  public ReceiptResult given(Reading reading) {
    Objects.requireNonNull(reading.encounter(), "a paragraph is given in an encounter");
    return receipt(reading, Receipt.Kind.GIVEN);
  }

  private ReceiptResult receipt(Reading reading, Receipt.Kind kind) {
    facts.lock(reading.subject());
    Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    Optional<Notice> present = notices.at(reading.application(), now);
    if (present.isEmpty()) {
      return new Unknown();
    }
    if (!present.get().digest().equals(reading.digest())) {
      return new Outdated(present.get());
    }
    Instant at = reading.at() == null ? now : reading.at().truncatedTo(ChronoUnit.MICROS);
    if (at.isAfter(now)) {
      return new InTheFuture();
    }
    if (at.isBefore(present.get().publishedAt())) {
      return new BeforePublication();
    }
    Receipt receipt =
        new Receipt(
            ids.next(),
            present.get(),
            reading.subject(),
            kind,
            reading.encounter(),
            reading.language(),
            at);
    facts.add(fact(receipt, now));
    events.received(receipt);
    return new Recorded(receipt);
  }

  private static Fact fact(Receipt receipt, Instant now) {
    Notice notice = receipt.notice();
    Said said =
        switch (receipt.kind()) {
          case SHOWN -> new Said.NoticeShown(notice.digest());
          case ACCEPTED -> new Said.Accepted(notice.digest());
          case GIVEN ->
              new Said.NoticeGiven(
                  notice.digest(), Objects.requireNonNull(receipt.encounter(), "encounter"));
        };
    return new Fact(
        receipt.id(),
        receipt.subject(),
        new Covers.OneApplication(notice.application()),
        said,
        receipt.at(),
        now);
  }
}
