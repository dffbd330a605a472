package gatehouse.gateway.answer;

import gatehouse.gateway.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The text that a caller received, and its digest: SHA-256 of the text of the one choice; of
 * several choices, SHA-256 of their digests in order. A response is one choice.
 *
 * <p>The text of a choice is its content and its refusal, or the texts of a response's messages,
 * one behind the other. Below them stands, behind an empty line if there is a text, one line for
 * each function or tool that the model calls, in the order of the calls: {@code name(arguments)},
 * where the arguments are as they were delivered. A call is what the caller does next, so it is no
 * less an output than prose.
 *
 * <p>What a model thinks aloud is no part of it: nobody takes it into a record, and whoever checks
 * the digest has the content. Not safe for use by several threads.
 */
public final class Delivered {
  /** In this order, however they came. */
  private static final List<String> SAID = List.of("content", "refusal");

  /** What OpenAI had before there were several calls. */
  private static final int ONLY_CALL = -1;

  private final SortedMap<Integer, Told> choices = new TreeMap<>();
  private long thought;
  private long used;
  private boolean anything;
  private boolean begun;

  /** A message of a chat, or what a piece of a stream adds to it. */
  void message(int choice, Json.Obj message) {
    for (String field : ChatAnswer.TEXTS) {
      String text = message.string(field);
      if (text != null && SAID.contains(field)) {
        add(choice, SAID.indexOf(field), text);
      } else if (text != null) {
        thought += text.length();
        anything |= !text.isEmpty();
      }
    }
    if (message.get("tool_calls") instanceof Json.Arr calls) {
      for (int i = 0; i < calls.items().size(); i++) {
        if (calls.items().get(i) instanceof Json.Obj call) {
          Call called = call(choice, call.get("index") instanceof Json.Num(var at) ? at(at) : i);
          called.adds(call.get("function"), "arguments");
          called.adds(call.get("custom"), "input");
        }
      }
    }
    if (message.get("function_call") instanceof Json.Obj function) {
      call(choice, ONLY_CALL).adds(function, "arguments");
    }
  }

  /** A message of a response, as a whole. */
  void output(int place, Json item) {
    if (item instanceof Json.Obj message
        && !"reasoning".equals(message.string("type"))
        && message.get("content") instanceof Json.Arr parts) {
      for (Json part : parts.items()) {
        for (String field : List.of("text", "refusal")) {
          if (part instanceof Json.Obj object && object.get(field) instanceof Json.Str(var text)) {
            add(0, place, text);
          }
        }
      }
    }
    called(place, item);
  }

  /** A call in a response, as a whole: clients run what it says, whatever its pieces said. */
  void called(int place, @Nullable Json item) {
    if (item instanceof Json.Obj call) {
      switch (Objects.requireNonNullElse(call.string("type"), "")) {
        case "function_call" -> call(0, place).is(call, "arguments");
        case "custom_tool_call" -> call(0, place).is(call, "input");
        default -> {
          // No call of the caller's functions.
        }
      }
    }
  }

  /** A piece of a call's arguments in a response. */
  void arguments(int place, String text) {
    call(0, place).arguments.append(text);
  }

  /** A piece of the text that stands at this place among those of its choice. */
  void add(int choice, int place, String text) {
    anything |= !text.isEmpty();
    told(choice).texts.computeIfAbsent(place, _ -> new StringBuilder()).append(text);
  }

  private Call call(int choice, int place) {
    anything = true;
    return told(choice).calls.computeIfAbsent(place, _ -> new Call());
  }

  private Told told(int choice) {
    return choices.computeIfAbsent(choice, _ -> new Told());
  }

  /** Notes what the model says it used; the last word counts. */
  public void used(long tokens) {
    if (tokens > 0) {
      used = tokens;
    }
  }

  /**
   * Tokens that the answer used: as the model says, else one for each character, of its thoughts,
   * too.
   */
  public long tokens() {
    return used > 0 ? used : characters() + thought;
  }

  /** Whether this is the first time that somebody asks, after the first piece of text. */
  public boolean begins() {
    boolean first = !begun && anything;
    begun |= first;
    return first;
  }

  /** How long the text was, in UTF-16 units. */
  public long characters() {
    return choices.values().stream().mapToLong(told -> told.text().length()).sum();
  }

  /** What the caller received; of several choices, one after the other with a rule between. */
  public String text() {
    return String.join("\n\n---\n\n", choices.values().stream().map(Told::text).toList());
  }

  /** {@code sha256:} and the digest. */
  public String digest() {
    if (choices.size() == 1) {
      return hex(choices.firstEntry().getValue().digest());
    }
    MessageDigest all = sha256();
    choices.values().forEach(choice -> all.update(choice.digest()));
    return hex(all.digest());
  }

  private static int at(String number) {
    try {
      return Integer.parseInt(number);
    } catch (NumberFormatException _) {
      return 0;
    }
  }

  private static String hex(byte[] digest) {
    return "sha256:" + HexFormat.of().formatHex(digest);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** What one choice said. */
  private static final class Told {
    private final SortedMap<Integer, StringBuilder> texts = new TreeMap<>();

    private final SortedMap<Integer, Call> calls = new TreeMap<>();

    String text() {
      String said = String.join("", texts.values());
      String called = String.join("\n", calls.values().stream().map(Call::toString).toList());
      return said.isEmpty() || called.isEmpty() ? said + called : said + "\n\n" + called;
    }

    byte[] digest() {
      return sha256().digest(text().getBytes(StandardCharsets.UTF_8));
    }
  }

  /** What the model wants run. */
  private static final class Call {
    private final StringBuilder name = new StringBuilder();
    private final StringBuilder arguments = new StringBuilder();

    void adds(@Nullable Json piece, String with) {
      if (piece instanceof Json.Obj function) {
        String more = Objects.requireNonNullElse(function.string("name"), "");
        // Some servers say the name again with each piece of the arguments.
        name.append(name.toString().equals(more) ? "" : more);
        arguments.append(Objects.requireNonNullElse(function.string(with), ""));
      }
    }

    void is(Json.Obj whole, String with) {
      name.setLength(0);
      arguments.setLength(0);
      adds(whole, with);
    }

    @Override
    public String toString() {
      return name + "(" + arguments + ")";
    }
  }
}
