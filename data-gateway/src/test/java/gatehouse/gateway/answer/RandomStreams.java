package gatehouse.gateway.answer;

import gatehouse.deid.finding.Type;
import gatehouse.deid.placeholders.Placeholders;
import gatehouse.gateway.json.Json;
import gatehouse.gateway.route.Route;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * Streams that are put together by chance: own tokens, tokens of another patient's request, mangled
 * ones, several choices woven into each other, as text, reasoning, refusal or arguments of a tool,
 * cut anywhere. Counts what comes back wrong.
 *
 * <p>Run with the number of streams: {@code data-gateway/bench/restores 1000000}.
 */
final class RandomStreams {
  private static final int CHOICES = 3;
  private static final String[] WORDS = {
    "咳嗽", "，", "体温38.5℃", " ", "⟦", "⟧", "[NAME-1]", "复查。", "\n"
  };
  private static final String ARGUMENTS = "arguments";
  private static final List<String> PLACES =
      List.of("content", "refusal", "reasoning_content", "reasoning", "thinking", ARGUMENTS);
  private static final AiLabel LABEL = new AiLabel("内容由AI生成", "1", "", "id");

  /**
   * What was seen.
   *
   * @param restored own tokens that were to come back
   * @param foreign values of the other patient that appeared: the figure that must be zero
   * @param different streams whose text is not exactly what it should be
   */
  record Seen(long streams, long restored, long foreign, long different) {}

  private final SplittableRandom random;
  private final SecureRandom nonces = new SecureRandom();
  private long restored;

  RandomStreams(long seed) {
    this.random = new SplittableRandom(seed);
  }

  Seen run(long streams) throws UnusableAnswerException {
    long foreign = 0;
    long different = 0;
    for (long i = 0; i < streams; i++) {
      List<String> own = new ArrayList<>();
      List<String> others = new ArrayList<>();
      Placeholders session = session("甲" + i + "号", own);
      session("乙" + i + "号", others);
      List<StringBuilder> sent = new ArrayList<>();
      List<String> expected = new ArrayList<>();
      for (int choice = 0; choice < CHOICES; choice++) {
        text(own, others, i, sent, expected);
      }
      List<StringBuilder> came = stream(session, sent);
      for (int choice = 0; choice < CHOICES; choice++) {
        String text = came.get(choice).toString();
        foreign += text.contains("乙" + i + "号") ? 1 : 0;
        different += text.equals(expected.get(choice)) ? 0 : 1;
      }
    }
    return new Seen(streams, restored, foreign, different);
  }

  private Placeholders session(String patient, List<String> tokens) {
    Placeholders session = Placeholders.fresh(nonces);
    for (int i = 0; i < 12; i++) {
      tokens.add(session.token(Type.PERSON, patient + i, patient + i));
    }
    return session;
  }

  private void text(
      List<String> own,
      List<String> others,
      long stream,
      List<StringBuilder> sent,
      List<String> expected) {
    StringBuilder text = new StringBuilder();
    StringBuilder should = new StringBuilder();
    for (int i = random.nextInt(3, 12); i > 0; i--) {
      int which = random.nextInt(own.size());
      switch (random.nextInt(5)) {
        case 0, 1 -> {
          text.append(own.get(which));
          should.append('甲').append(stream).append('号').append(which);
          restored++;
        }
        case 2 -> {
          text.append(others.get(which));
          should.append(others.get(which));
        }
        case 3 -> {
          String cut = own.get(which).substring(0, random.nextInt(1, own.get(which).length()));
          text.append(cut).append('。');
          should.append(cut).append('。');
        }
        default -> {
          String word = WORDS[random.nextInt(WORDS.length)];
          text.append(word);
          should.append(word);
        }
      }
    }
    sent.add(text);
    expected.add(should.toString());
  }

  private List<StringBuilder> stream(Placeholders session, List<StringBuilder> texts)
      throws UnusableAnswerException {
    StreamedAnswer answer =
        StreamedAnswer.of(new AnswerPlan(Route.CHAT, "a", session, false, LABEL), new Delivered());
    List<StringBuilder> came = new ArrayList<>();
    int[] at = new int[texts.size()];
    List<String> places =
        texts.stream().map(_ -> PLACES.get(random.nextInt(PLACES.size()))).toList();
    texts.forEach(_ -> came.add(new StringBuilder()));
    int left = texts.size();
    while (left > 0) {
      int choice = random.nextInt(texts.size());
      if (at[choice] < 0) {
        continue;
      }
      String text = texts.get(choice).toString();
      int to = Math.min(text.length(), at[choice] + random.nextInt(1, 24));
      boolean last = to == text.length();
      Json.Obj delta = delta(places.get(choice), text.substring(at[choice], to));
      Json.Obj piece =
          last
              ? Json.object("index", choice, "delta", delta, "finish_reason", "stop")
              : Json.object("index", choice, "delta", delta);
      for (Json.Obj chunk : answer.next(Json.object("choices", Json.array(piece)))) {
        collect(chunk, places, came);
      }
      at[choice] = last ? -1 : to;
      left -= last ? 1 : 0;
    }
    return came;
  }

  private static Json.Obj delta(String place, String piece) {
    return place.equals(ARGUMENTS)
        ? Json.object(
            "tool_calls",
            Json.array(Json.object("index", 0, "function", Json.object(ARGUMENTS, piece))))
        : Json.object(place, piece);
  }

  private static void collect(Json.Obj chunk, List<String> places, List<StringBuilder> came) {
    if (chunk.get("choices") instanceof Json.Arr choices
        && choices.items().getFirst() instanceof Json.Obj choice
        && choice.get("index") instanceof Json.Num(String index)
        && choice.get("delta") instanceof Json.Obj delta) {
      int which = Integer.parseInt(index);
      came.get(which).append(said(delta, places.get(which)));
    }
  }

  private static String said(Json.Obj delta, String place) {
    if (!place.equals(ARGUMENTS)) {
      return Objects.requireNonNullElse(delta.string(place), "");
    }
    StringBuilder said = new StringBuilder();
    if (delta.get("tool_calls") instanceof Json.Arr calls) {
      for (Json call : calls.items()) {
        if (call instanceof Json.Obj object
            && object.get("function") instanceof Json.Obj function) {
          said.append(Objects.requireNonNullElse(function.string(ARGUMENTS), ""));
        }
      }
    }
    return said.toString();
  }

  public static void main(String[] arguments) throws UnusableAnswerException {
    long streams = arguments.length == 0 ? 1_000_000 : Long.parseLong(arguments[0]);
    long begun = System.nanoTime();
    Seen seen = new RandomStreams(20260302).run(streams);
    System.out.printf(
        "%d streams of %d choices, %d tokens to restore: %d wrong patients, %d texts not exact, %.0f s%n",
        seen.streams(),
        CHOICES,
        seen.restored(),
        seen.foreign(),
        seen.different(),
        (System.nanoTime() - begun) / 1e9);
    System.exit(seen.foreign() == 0 && seen.different() == 0 ? 0 : 1);
  }
}
