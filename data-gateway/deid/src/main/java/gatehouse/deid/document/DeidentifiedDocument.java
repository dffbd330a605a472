package gatehouse.deid.document;

import gatehouse.deid.Context;
import gatehouse.deid.Deidentified;
import gatehouse.deid.Deidentifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A document after the engine.
 *
 * @param root the same tree with every text treated; texts are empty if one was refused
 * @param fields what happened to each text, by its path: names from the root on with a slash before
 *     each, and {@code [n]}, from 0, behind a name that its group has more than once
 * @param refused whether the policy refuses the document because of one of its texts
 */
public record DeidentifiedDocument(Part root, Map<String, Deidentified> fields, boolean refused) {
  /** No record of a hospital is deeper; a deeper one is an attack on the stack. */
  public static final int DEEPEST = 500;

  public DeidentifiedDocument {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /**
   * Treats all texts of a document as one: a name found in one field is found in all.
   *
   * @throws IllegalArgumentException if it is nested deeper than {@link #DEEPEST}
   */
  public static DeidentifiedDocument of(Deidentifier engine, Part root, Context context) {
    Map<String, String> texts = new LinkedHashMap<>();
    collect(root, "/" + root.name(), 0, texts);
    List<Deidentified> results = engine.deidentify(new ArrayList<>(texts.values()), context);
    boolean refused = results.stream().anyMatch(Deidentified::refused);
    Map<String, Deidentified> fields = new LinkedHashMap<>();
    Iterator<Deidentified> result = results.iterator();
    texts.keySet().forEach(path -> fields.put(path, result.next()));
    Iterator<Deidentified> again = results.iterator();
    return new DeidentifiedDocument(rebuilt(root, again, refused), fields, refused);
  }

  /** Counts only. */
  @Override
  public String toString() {
    return "DeidentifiedDocument[fields=%d, refused=%s]".formatted(fields.size(), refused);
  }

  private static void collect(Part part, String path, int depth, Map<String, String> texts) {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException("the document is nested deeper than " + DEEPEST);
    }
    if (part instanceof Part.Text text) {
      texts.put(path, text.text());
    } else if (part instanceof Part.Group group) {
      Map<String, Integer> times = new HashMap<>();
      group.parts().forEach(child -> times.merge(child.name(), 1, Integer::sum));
      Map<String, Integer> seen = new HashMap<>();
      for (Part child : group.parts()) {
        int index = seen.merge(child.name(), 1, Integer::sum) - 1;
        boolean several = times.getOrDefault(child.name(), 0) > 1;
        String name = several ? child.name() + '[' + index + ']' : child.name();
        collect(child, path + '/' + name, depth + 1, texts);
      }
    }
  }

  private static Part rebuilt(Part part, Iterator<Deidentified> results, boolean refused) {
    if (part instanceof Part.Group group) {
      List<Part> parts = new ArrayList<>();
      group.parts().forEach(child -> parts.add(rebuilt(child, results, refused)));
      return new Part.Group(group.name(), parts);
    }
    String text = results.next().text();
    return new Part.Text(part.name(), refused ? "" : text);
  }
}
