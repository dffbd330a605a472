package gatehouse.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import gatehouse.deid.Context;
import gatehouse.deid.finding.Type;

/**
 * A text that arrives in pieces is restored like the whole, and a session without tokens changes
 * nothing.
 */
class RestoreFuzzTest {
  @FuzzTest(maxDuration = "3s")
  void piecesAreRestoredLikeTheWhole(FuzzedDataProvider data) {
    Context context = Notes.context();
    String token = context.session().token(Type.PERSON, Notes.NAME, Notes.NAME);
    StringBuilder built = new StringBuilder(Notes.text(data));
    for (int i = data.consumeInt(0, 4); i > 0; i--) {
      built.append(token, 0, data.consumeInt(0, token.length())).append(token);
      built.append(Notes.text(data));
    }
    String answer = built.toString();
    String whole = context.session().restore(answer);
    var stream = context.session().streaming();
    StringBuilder pieces = new StringBuilder();
    for (int at = 0; at < answer.length(); ) {
      int next = Math.min(answer.length(), at + data.consumeInt(1, 9));
      pieces.append(stream.push(answer.substring(at, next)));
      at = next;
    }
    pieces.append(stream.finish());
    if (!pieces.toString().equals(whole)) {
      throw new AssertionError("in pieces: " + pieces + "\nas a whole: " + whole);
    }
    if (!Notes.context().session().restore(answer).equals(answer)) {
      throw new AssertionError("a session without this token changed the answer");
    }
  }
}
