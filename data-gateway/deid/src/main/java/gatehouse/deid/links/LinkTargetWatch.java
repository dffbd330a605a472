package gatehouse.deid.links;

import gatehouse.deid.links.AddressWatch.Writing;

/**
 * The target of a Markdown link ({@code [a](target)}), of a reference ({@code [a]: target}, also on
 * the next line) and of CSS's {@code url(target)}.
 */
final class LinkTargetWatch {
  private enum Place {
    OUTSIDE,
    /** Between brackets, until they close. */
    BRACKETS,
    /** Before a reference's target: blanks and one line break. */
    BEFORE_REFERENCE,
    /** In a reference's target, until white space. */
    REFERENCE
  }

  private final Tail tail;
  private Place place = Place.OUTSIDE;
  private int depth;
  private boolean angle;
  private boolean escaped;

  LinkTargetWatch() {
    this.tail = new Tail();
  }

  LinkTargetWatch(LinkTargetWatch other) {
    this.tail = new Tail(other.tail);
    this.place = other.place;
    this.depth = other.depth;
    this.angle = other.angle;
    this.escaped = other.escaped;
  }

  boolean inside() {
    return place != Place.OUTSIDE;
  }

  void take(char c, Writing writing) {
    tail.take(c);
    switch (place) {
      case OUTSIDE -> begin();
      case BRACKETS -> {
        if (writing.isPlain()) {
          brackets(c);
        }
      }
      case BEFORE_REFERENCE -> beforeReference(c);
      case REFERENCE -> {
        if (writing.isPlain()) {
          reference(c);
        }
      }
    }
    escaped = c == '\\' && !escaped;
  }

  private void begin() {
    angle = false;
    if (tail.endsWith("](") || tail.endsWith("url(")) {
      place = Place.BRACKETS;
      depth = 1;
    } else if (tail.endsWith("]:")) {
      place = Place.BEFORE_REFERENCE;
    }
  }

  private void brackets(char c) {
    if (escaped) {
      return;
    }
    if (c == '<' || c == '>') {
      angle = c == '<';
    } else if (!angle && c == '(') {
      depth++;
    } else if (!angle && c == ')' && --depth == 0) {
      place = Place.OUTSIDE;
    }
  }

  private void beforeReference(char c) {
    if (!Character.isWhitespace(c)) {
      place = Place.REFERENCE;
      angle = c == '<';
    } else if (tail.endsWith("\n\n")) {
      place = Place.OUTSIDE;
    }
  }

  private void reference(char c) {
    boolean ends = angle ? (c == '>' && !escaped) || c == '\n' : isEnd(c);
    if (ends) {
      place = Place.OUTSIDE;
    }
  }

  private static boolean isEnd(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }
}
