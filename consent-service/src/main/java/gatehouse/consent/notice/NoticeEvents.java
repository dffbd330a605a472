package gatehouse.consent.notice;

/** Tells of notices, within the present transaction. */
public interface NoticeEvents {

  /** A version is shown from now on. */
  void published(Notice notice);

  /** A person saw or got a notice. */
  void received(Receipt receipt);
}
