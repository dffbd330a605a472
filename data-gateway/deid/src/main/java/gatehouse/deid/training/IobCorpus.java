package gatehouse.deid.training;

import gatehouse.deid.tagging.Trainer.Sentence;
import gatehouse.deid.tagging.Trainer.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Sentences of a file in IOB2 columns (number, token, tag), whose PER spans are names. */
final class IobCorpus {
  /** One token and whether a name begins or goes on there. */
  private record Token(String text, String tag) {}

  private final List<List<Token>> sentences = new ArrayList<>();

  private IobCorpus() {}

  static IobCorpus read(Path file) throws IOException {
    IobCorpus corpus = new IobCorpus();
    List<Token> tokens = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (line.isBlank()) {
        if (!tokens.isEmpty()) {
          corpus.sentences.add(List.copyOf(tokens));
          tokens.clear();
        }
      } else if (!line.startsWith("#")) {
        String[] columns = line.split("\t", -1);
        tokens.add(new Token(FrameFiller.normal(columns[1]), columns[2]));
      }
    }
    if (!tokens.isEmpty()) {
      corpus.sentences.add(List.copyOf(tokens));
    }
    return corpus;
  }

  /**
   * All sentences, with most of the names exchanged for made-up ones, so that the model learns the
   * places of names and not the people of the news.
   *
   * @param exchanged share of names to exchange, 0 to 1
   */
  List<Sentence> sentences(NameMaker names, Random random, double exchanged) {
    List<Sentence> result = new ArrayList<>(sentences.size());
    for (List<Token> tokens : sentences) {
      result.add(sentence(tokens, names, random, exchanged));
    }
    return result;
  }

  private static Sentence sentence(
      List<Token> tokens, NameMaker names, Random random, double exchanged) {
    StringBuilder text = new StringBuilder();
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (!tokens.get(i).tag().equals("B-PER")) {
        text.append(tokens.get(i).text());
        continue;
      }
      StringBuilder name = new StringBuilder(tokens.get(i).text());
      while (i + 1 < tokens.size() && tokens.get(i + 1).tag().equals("I-PER")) {
        i++;
        name.append(tokens.get(i).text());
      }
      boolean chinese = name.length() <= 4 && name.indexOf("·") < 0;
      boolean exchange = chinese && random.nextDouble() < exchanged;
      int start = text.length();
      text.append(exchange ? names.name() : name);
      spans.add(new Span(start, text.length()));
    }
    return new Sentence(text.toString(), spans);
  }
}
