package gatehouse.story;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Where the story is played: a running suite, its people, and what earlier chapters learned. */
final class Stage implements AutoCloseable {
  private final Places places;
  private final Narrator narrator;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final Realm realm;
  private final Map<String, String> learned = new ConcurrentHashMap<>();

  Stage(Places places, Narrator narrator) {
    this.places = places;
    this.narrator = narrator;
    this.realm = new Realm(places, http);
  }

  Caller person(String username) {
    return new Caller(username, realm.person(username), places, http, narrator);
  }

  Caller machine(String client) {
    return new Caller(client, realm.machine(client), places, http, narrator);
  }

  Caller anybody() {
    return new Caller("nobody", null, places, http, narrator);
  }

  Narrator narrator() {
    return narrator;
  }

  Places places() {
    return places;
  }

  Realm realm() {
    return realm;
  }

  /** Remembers an id under a name for later chapters. */
  void learn(String name, String value) {
    learned.put(name, value);
  }

  /** What an earlier chapter learned. */
  String recall(String name) {
    String value = learned.get(name);
    if (value == null) {
      throw new StoryBroken("no earlier chapter learned " + name);
    }
    return value;
  }

  /** Says why the story cannot go on unless the fact holds. */
  void expect(boolean fact, String otherwise) {
    if (!fact) {
      throw new StoryBroken(otherwise);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
