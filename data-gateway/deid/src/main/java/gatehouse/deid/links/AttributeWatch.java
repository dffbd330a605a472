package gatehouse.deid.links;

import gatehouse.deid.links.AddressWatch.Writing;
import java.util.Set;

/**
 * The value of an attribute that holds an address, inside a tag or not, with or without quotes and
 * blanks around the sign of equality.
 */
final class AttributeWatch {
  private static final Set<String> NAMES =
      Set.of(
          "src",
          "href",
          "srcset",
          "poster",
          "action",
          "formaction",
          "background",
          "ping",
          "cite",
          "longdesc",
          "codebase",
          "manifest",
          "url");
  private static final int LONGEST_NAME = 12;

  private enum Place {
    NAME,
    BEFORE_EQUALS,
    BEFORE_VALUE,
    VALUE
  }

  private final StringBuilder name = new StringBuilder(LONGEST_NAME + 1);
  private Place place = Place.NAME;

  /** What closes the value: a quote, or a blank for white space. */
  private char until;

  private Writing opened = Writing.PLAIN;

  AttributeWatch() {}

  AttributeWatch(AttributeWatch other) {
    this.name.append(other.name);
    this.place = other.place;
    this.until = other.until;
    this.opened = other.opened;
  }

  boolean inside() {
    return place == Place.BEFORE_VALUE || place == Place.VALUE;
  }

  void take(char c, Writing writing) {
    switch (place) {
      case NAME -> name(c);
      case BEFORE_EQUALS -> {
        if (!Character.isWhitespace(c)) {
          beforeEquals(c);
        }
      }
      case BEFORE_VALUE -> {
        if (!Character.isWhitespace(c)) {
          until = c == '"' || c == '\'' || c == '`' ? c : ' ';
          opened = writing;
          place = Place.VALUE;
        }
      }
      case VALUE -> {
        if (writing.closes(opened) && isEnd(c)) {
          reset();
        }
      }
    }
  }

  private boolean isEnd(char c) {
    return until == ' ' ? c == '>' || Character.isWhitespace(c) : c == until;
  }

  private void name(char c) {
    if (c >= 'a' && c <= 'z') {
      if (name.length() <= LONGEST_NAME) {
        name.append(c);
      }
    } else if (!NAMES.contains(name.toString())) {
      reset();
    } else if (Character.isWhitespace(c)) {
      place = Place.BEFORE_EQUALS;
    } else {
      beforeEquals(c);
    }
  }

  private void beforeEquals(char c) {
    reset();
    if (c == '=') {
      place = Place.BEFORE_VALUE;
    } else {
      name(c);
    }
  }

  private void reset() {
    name.setLength(0);
    place = Place.NAME;
  }
}
