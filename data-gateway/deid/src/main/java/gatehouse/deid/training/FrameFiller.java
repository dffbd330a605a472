package gatehouse.deid.training;

import gatehouse.deid.normalise.NormalText;
import gatehouse.deid.tagging.Trainer.Sentence;
import gatehouse.deid.tagging.Trainer.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Fills frames: {N} with a name, other slots with words and numbers. */
final class FrameFiller {
  private final Map<String, List<String>> words;
  private final NameMaker names;
  private final Random random;

  FrameFiller(Map<String, List<String>> words, NameMaker names, Random random) {
    this.words = words;
    this.names = names;
    this.random = random;
  }

  /** A sentence of a frame, in normalised characters. */
  Sentence fill(String frame) {
    StringBuilder text = new StringBuilder();
    List<Span> spans = new ArrayList<>();
    int at = 0;
    while (at < frame.length()) {
      if (frame.charAt(at) == '{') {
        int close = frame.indexOf('}', at);
        String slot = frame.substring(at + 1, close);
        int start = text.length();
        text.append(normal(value(slot)));
        if (slot.equals("N") || slot.equals("G")) {
          spans.add(new Span(start, text.length()));
        }
        at = close + 1;
      } else {
        text.append(normal(frame.substring(at, at + 1)));
        at++;
      }
    }
    return new Sentence(text.toString(), spans);
  }

  private String value(String slot) {
    return switch (slot) {
      case "N" -> names.name();
      case "G" -> names.surname();
      case "s" -> random.nextBoolean() ? "男" : "女";
      case "a" -> Integer.toString(1 + random.nextInt(95));
      case "b" -> Integer.toString(1 + random.nextInt(80));
      case "n" -> Integer.toString(1 + random.nextInt(random.nextBoolean() ? 9 : 300));
      case "p" -> "1" + (3 + random.nextInt(7)) + (100_000_000 + random.nextInt(900_000_000));
      case "r" -> (random.nextBoolean() ? "ZY" : "") + (10_000_000 + random.nextInt(90_000_000));
      case "t" -> date();
      default -> word(slot);
    };
  }

  private String date() {
    int year = 2010 + random.nextInt(16);
    int month = 1 + random.nextInt(12);
    int day = 1 + random.nextInt(28);
    return switch (random.nextInt(4)) {
      case 0 -> year + "年" + month + "月" + day + "日";
      case 1 -> "%d-%02d-%02d".formatted(year, month, day);
      case 2 -> "%d.%d.%d".formatted(year, month, day);
      default -> month + "月" + day + "日";
    };
  }

  private String word(String slot) {
    List<String> list = words.get(slot);
    if (list == null || list.isEmpty()) {
      throw new IllegalArgumentException("no words for the slot {" + slot + "}");
    }
    return list.get(random.nextInt(list.size()));
  }

  static String normal(String text) {
    NormalText normal = NormalText.of(text);
    return normal.slice(0, normal.length());
  }
}
