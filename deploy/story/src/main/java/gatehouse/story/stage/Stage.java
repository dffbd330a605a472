package gatehouse.story.stage;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Where the story is played: a running suite, its people, and what earlier chapters learned. */
public final class Stage implements AutoCloseable {
  private final Places places;
  private final Narrator narrator;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final Realm realm;
  private final Map<String, String> learned = new ConcurrentHashMap<>();

  public Stage(Places places, Narrator narrator) {
    this.places = places;
    this.narrator = narrator;
    this.realm = new Realm(places, http);
  }

  public Caller person(String username) {
    return new Caller(username, realm.person(username), places, http, narrator);
  }

  public Caller machine(String client) {
    return new Caller(client, realm.machine(client), places, http, narrator);
  }

  public Caller anybody() {
    return new Caller("nobody", null, places, http, narrator);
  }

  /** A machine that asks through the OpenAI client. */
  public Chat chat(String client) {
    return new Chat(places, client, realm.machine(client), narrator);
  }

  public Narrator narrator() {
    return narrator;
  }

  /** A person's access token, for connections that the story opens itself. */
  public String tokenOf(String username) {
    return realm.person(username);
  }

  /** A machine's access token. */
  public String tokenOfMachine(String client) {
    return realm.machine(client);
  }

  public Places places() {
    return places;
  }

  /** After a restart of the issuer: its old tokens may not be good any more. */
  public void forgetTokens() {
    realm.forget();
  }

  /** Remembers an id under a name for later chapters. */
  public void learn(String name, String value) {
    learned.put(name, value);
  }

  /** Everything that was learned, for whoever goes on another day. */
  public Map<String, String> learned() {
    return Map.copyOf(learned);
  }

  /** What an earlier chapter learned. */
  public String recall(String name) {
    String value = learned.get(name);
    if (value == null) {
      throw new StoryBroken("no earlier chapter learned " + name);
    }
    return value;
  }

  /** Says why the story cannot go on unless the fact holds. */
  public void expect(boolean fact, String otherwise) {
    if (!fact) {
      throw new StoryBroken(otherwise);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
