package gatehouse.deid.names;

import gatehouse.deid.finding.Finding;
import gatehouse.deid.finding.Findings;
import gatehouse.deid.finding.Stage;
import gatehouse.deid.finding.Type;
import gatehouse.deid.lexicon.Trie;
import gatehouse.deid.normalise.Glyphs;
import gatehouse.deid.normalise.NormalText;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** A name found once is masked wherever it stands in the document and the conversation. */
public final class Propagation {
  private static final double SURE = 0.7;
  private static final double GUESSED = 0.85;
  private static final int MOST = 2_000;

  private Propagation() {}

  /** The names among findings that are sure enough to be looked for elsewhere. */
  public static Set<String> names(NormalText text, Findings findings) {
    Set<String> names = new LinkedHashSet<>();
    for (Finding finding : findings.raw()) {
      boolean guessed = finding.stage() == Stage.MODEL && finding.confidence() < GUESSED;
      boolean sure = finding.type() == Type.PERSON && finding.confidence() >= SURE && !guessed;
      if (sure && names.size() < MOST && isDistinct(text, finding.start(), finding.end())) {
        names.add(text.slice(finding.start(), finding.end()));
      }
    }
    return names;
  }

  /** Adds every place where one of these names stands. */
  public static void find(NormalText text, Collection<String> names, Findings findings) {
    if (names.isEmpty()) {
      return;
    }
    Map<String, Boolean> words = new LinkedHashMap<>();
    names.forEach(name -> words.put(name, true));
    Trie.of(words)
        .scan(
            text.units(),
            text.length(),
            (name, start, end) -> findings.add(Type.PERSON, start, end, 0.8, Stage.PROPAGATION));
  }

  /** Whether a name from an earlier text is worth looking for. */
  public static boolean isDistinct(String name) {
    NormalText text = NormalText.of(name);
    return text.length() > 0 && isDistinct(text, 0, text.length());
  }

  /** Two characters may be a word by chance; a surname of the list makes that unlikely. */
  private static boolean isDistinct(NormalText text, int start, int end) {
    int han = 0;
    for (int i = start; i < end; i++) {
      han += Glyphs.isHan(text.at(i)) ? 1 : 0;
    }
    return han == end - start && (han >= 3 || (han == 2 && Surnames.lengthAt(text, start) > 0));
  }
}
