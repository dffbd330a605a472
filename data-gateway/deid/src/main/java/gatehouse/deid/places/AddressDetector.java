package gatehouse.deid.places;

import gatehouse.deid.finding.Findings;
import gatehouse.deid.finding.Stage;
import gatehouse.deid.finding.Type;
import gatehouse.deid.lexicon.Clue;
import gatehouse.deid.lexicon.Hits;
import gatehouse.deid.normalise.Glyphs;
import gatehouse.deid.normalise.NormalText;
import gatehouse.deid.scan.Detector;

/**
 * Addresses: from a division's name or a label on, as far as the words of an address go. A province
 * or city alone is a region; anything finer is an address.
 */
public final class AddressDetector implements Detector {
  private static final int LONGEST = 90;

  /** After these a place's short name is a place and no part of another word. */
  private static final String BEFORE_PLACE = "去在自到回赴住于从往抵由";

  @Override
  public void find(NormalText text, Hits hits, Findings findings) {
    int done = 0;
    for (Hits.Hit hit : hits.all()) {
      if (hit.start() < done) {
        continue;
      }
      if (isDivision(hit.clue())) {
        done = fromDivision(text, hit, findings);
      } else if (hit.clue() == Clue.PLACE) {
        done = Math.max(done, fromPlace(text, hit, findings));
      } else if (hit.clue() == Clue.ADDRESS) {
        done = Math.max(done, fromLabel(text, hit, findings));
      }
    }
    streets(text, findings);
  }

  private static boolean isDivision(Clue clue) {
    return clue == Clue.PROVINCE || clue == Clue.CITY || clue == Clue.COUNTY || clue == Clue.TOWN;
  }

  private static int fromDivision(NormalText text, Hits.Hit division, Findings findings) {
    int end = AddressGrammar.end(text, division.start(), division.end(), LONGEST);
    boolean institution = AddressGrammar.isInstitution(text, end);
    boolean finer =
        end > division.end() || division.clue() == Clue.COUNTY || division.clue() == Clue.TOWN;
    if (!institution || AddressGrammar.hasNumber(text, division.start(), end)) {
      Type type = finer ? Type.ADDRESS : Type.REGION;
      findings.add(type, division.start(), end, finer ? 0.9 : 0.7, Stage.SCAN);
    }
    return end;
  }

  /** 杭州西湖区文三路123号: the word for the rank is missing, so the rest must speak for itself. */
  private static int fromPlace(NormalText text, Hits.Hit place, Findings findings) {
    int end = AddressGrammar.end(text, place.start(), place.end(), LONGEST);
    boolean address =
        AddressGrammar.hasDivision(text, place.end(), end)
            || (AddressGrammar.hasNumber(text, place.end(), end)
                && AddressGrammar.hasHouse(text, place.end(), end));
    if (end > place.end() && address && !AddressGrammar.isInstitution(text, end)) {
      findings.add(Type.ADDRESS, place.start(), end, 0.85, Stage.SCAN);
      return end;
    }
    boolean said = BEFORE_PLACE.indexOf(text.at(place.start() - 1)) >= 0;
    boolean whose = text.at(place.end()) == '人' || text.at(place.end()) == '籍';
    if (said || whose) {
      findings.add(Type.REGION, place.start(), place.end(), 0.6, Stage.SCAN);
    }
    return 0;
  }

  private static int fromLabel(NormalText text, Hits.Hit label, Findings findings) {
    int from = label.end();
    int start = from;
    while (start - from < 4 && isBetween(text.at(start))) {
      start++;
    }
    if (text.at(start) == '\n'
        || (!Glyphs.isHan(text.at(start)) && !Glyphs.isWord(text.at(start)))) {
      return 0;
    }
    boolean colon = text.slice(from, start).indexOf(':') >= 0;
    int end = AddressGrammar.end(text, start, start, LONGEST);
    if (end == start && colon) {
      end = AddressGrammar.clauseEnd(text, start, 40);
    }
    if (end - start >= 2) {
      findings.add(Type.ADDRESS, start, end, 0.95, Stage.CONTEXT);
      return end;
    }
    return 0;
  }

  /** A street and a house number without any division: 建设路12号3楼. */
  private static void streets(NormalText text, Findings findings) {
    for (int i = 2; i < text.length(); i++) {
      if (!AddressGrammar.isStreet(text, i) || !Glyphs.isDigit(text.at(i + 1))) {
        continue;
      }
      int start = AddressGrammar.streetStart(text, i);
      int end = AddressGrammar.end(text, start, i + 1, LONGEST);
      if (i - start >= 2 && AddressGrammar.hasHouse(text, i + 1, end)) {
        findings.add(Type.ADDRESS, start, end, 0.8, Stage.SCAN);
        i = end;
      }
    }
  }

  private static boolean isBetween(char c) {
    return c == ':' || c == ' ' || c == '\t' || c == '为' || c == '是' || c == '在' || c == '于';
  }
}
