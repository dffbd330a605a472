package gatehouse.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Properties;

/**
 * A message bundle merged from every jar that has a part of it. {@link java.util.ResourceBundle}
 * would take the first jar's file and hide the others.
 */
final class Bundle {
  private final String name;
  private final Properties texts;

  private Bundle(String name, Properties texts) {
    this.name = name;
    this.texts = texts;
  }

  static Bundle load(String name) {
    Properties merged = new Properties();
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try {
      for (URL part : Collections.list(loader.getResources(name + ".properties"))) {
        try (Reader reader = new InputStreamReader(part.openStream(), UTF_8)) {
          merged.load(reader);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the message bundle " + name, e);
    }
    return new Bundle(name, merged);
  }

  String text(String key) {
    String text = texts.getProperty(key);
    if (text == null) {
      throw new IllegalStateException("no text for " + key + " in " + name + ".properties");
    }
    return text;
  }
}
