package gatehouse.deid;

import gatehouse.deid.dates.AgeDetector;
import gatehouse.deid.dates.DateDetector;
import gatehouse.deid.dates.LunarDateDetector;
import gatehouse.deid.finding.Finding;
import gatehouse.deid.finding.Findings;
import gatehouse.deid.lexicon.Hits;
import gatehouse.deid.lexicon.Lexicon;
import gatehouse.deid.names.LabelledNameDetector;
import gatehouse.deid.names.PinyinNameDetector;
import gatehouse.deid.names.RowNameDetector;
import gatehouse.deid.normalise.NormalText;
import gatehouse.deid.normalise.SpreadText;
import gatehouse.deid.numbers.ColumnDetector;
import gatehouse.deid.numbers.DocumentDetector;
import gatehouse.deid.numbers.LabelledNumberDetector;
import gatehouse.deid.numbers.NumberDetector;
import gatehouse.deid.numbers.NumeralDetector;
import gatehouse.deid.numbers.SeparatedDetector;
import gatehouse.deid.places.AddressDetector;
import gatehouse.deid.places.InstitutionDetector;
import gatehouse.deid.scan.Detector;
import gatehouse.deid.scan.ElectronicDetector;
import gatehouse.deid.scan.ForeignDetector;
import gatehouse.deid.tagging.ModelNameDetector;
import gatehouse.deid.tagging.Tagger;
import gatehouse.deid.tagging.Weights;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The detectors in a row. Stages add, none removes. */
final class Stages {
  /**
   * Chosen on sentences of our own: leans to finding, since a miss leaks and a hit too many costs.
   */
  private static final int RECALL_BIAS = 500;

  private static final double VAGUE = 0.5;

  private final Lexicon lexicon = Lexicon.shipped();
  private final List<Detector> detectors;

  Stages(Weights names, List<Detector> more) {
    List<Detector> all = new ArrayList<>(more);
    all.add(new NumberDetector());
    all.add(new SeparatedDetector());
    all.add(new NumeralDetector());
    all.add(new LabelledNumberDetector());
    all.add(new ColumnDetector());
    all.add(new ElectronicDetector());
    all.add(new DocumentDetector());
    all.add(new ForeignDetector());
    all.add(new AddressDetector());
    all.add(new InstitutionDetector());
    all.add(new DateDetector());
    all.add(new LunarDateDetector());
    all.add(new AgeDetector());
    all.add(new LabelledNameDetector());
    all.add(new RowNameDetector());
    all.add(new PinyinNameDetector());
    all.add(new ModelNameDetector(new Tagger(names, RECALL_BIAS)));
    detectors = List.copyOf(all);
  }

  /** What all detectors find, overlaps included, in positions of the normalised text. */
  Findings find(NormalText text, TimeLimit limit) {
    int most = Deidentifier.mostFindings(text.original().length());
    Findings findings = new Findings(most);
    detect(text, findings, limit);
    SpreadText spread = SpreadText.of(text);
    if (spread != null) {
      Findings inner = new Findings(most);
      detect(spread.text(), inner, limit);
      addSpread(spread, inner, findings);
    }
    return findings;
  }

  private void detect(NormalText text, Findings findings, TimeLimit limit) {
    limit.check();
    Hits hits = lexicon.find(text);
    for (Detector detector : detectors) {
      limit.check();
      detector.find(text, hits, findings);
    }
  }

  /** What the blanks had hidden, but no number without a form: a row of scores is none. */
  private static void addSpread(SpreadText spread, Findings inner, Findings findings) {
    Set<Finding> known = new HashSet<>(findings.raw());
    for (Finding found : inner.raw()) {
      int start = spread.start(found.start());
      int end = spread.end(found.end());
      double confidence = found.confidence();
      Finding led = new Finding(found.type(), start, end, confidence, found.stage());
      if (confidence > VAGUE && !spread.crossesLabel(start, end) && known.add(led)) {
        findings.add(led.type(), start, end, confidence, led.stage());
      }
    }
    if (inner.overflowed()) {
      findings.overflow();
    }
  }
}
