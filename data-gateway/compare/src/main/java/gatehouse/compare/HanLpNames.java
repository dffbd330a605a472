package gatehouse.compare;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.corpus.tag.Nature;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.common.Term;
import gatehouse.deid.evaluation.Rival;
import gatehouse.deid.evaluation.Span;
import java.util.List;
import java.util.Set;

/**
 * HanLP portable as its manual says to use it for names: Chinese and translated names on, every
 * term of a person's nature is a name.
 */
public final class HanLpNames implements Rival {
  private static final Set<Nature> PERSON = Set.of(Nature.nr, Nature.nrf, Nature.nrj, Nature.nr1);

  private final Segment segment =
      HanLP.newSegment()
          .enableNameRecognize(true)
          .enableTranslatedNameRecognize(true)
          .enableOffset(true);

  @Override
  public String name() {
    return "HanLP portable 1.8.6";
  }

  @Override
  public boolean findsNames() {
    return true;
  }

  @Override
  public List<Span> find(String text) {
    return segment.seg(text).stream()
        .filter(term -> PERSON.contains(term.nature))
        .map(HanLpNames::span)
        .toList();
  }

  private static Span span(Term term) {
    return new Span("PERSON", term.offset, term.offset + term.length());
  }
}
