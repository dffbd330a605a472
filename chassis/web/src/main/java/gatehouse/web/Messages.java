package gatehouse.web;

import jakarta.inject.Singleton;
import java.util.List;

/**
 * What people read, Chinese first: the bundles {@code messages_zh.properties} and {@code
 * messages_en.properties} of the service and of the libraries it stands on, in UTF-8.
 */
@Singleton
public final class Messages {
  private final Bundle chinese = Bundle.load("messages_zh");
  private final Bundle english = Bundle.load("messages_en");

  /**
   * The Chinese text.
   *
   * @throws IllegalStateException when no bundle has the key: a defect of the build
   */
  public String text(String key) {
    return chinese.text(key);
  }

  /**
   * The English text.
   *
   * @throws IllegalStateException when no bundle has the key: a defect of the build
   */
  public String textEn(String key) {
    return english.text(key);
  }

  /** The reason with the code's texts, found under {@code reason.<code>}. */
  public Reason reason(String code, String... clauses) {
    String key = "reason." + code;
    return new Reason(code, List.of(clauses), text(key), textEn(key));
  }
}
