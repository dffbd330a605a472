package gatehouse.deid.training;

import gatehouse.deid.tagging.Trainer;
import gatehouse.deid.tagging.Trainer.Sentence;
import gatehouse.deid.tagging.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A folder to train from: frames.txt, plain.txt, words.txt, names/ and any *.iob2 one folder below.
 * A hospital adds names/own.txt (its own lists) and may add frames of its own.
 */
public final class TrainingFolder {
  private static final int FILLINGS = 22;
  private static final int LONGEST = 60;

  private final Random random;
  private final NameMaker names;
  private final FrameFiller filler;
  private final List<String> frames;
  private final List<String> plain;
  private final List<IobCorpus> corpora = new ArrayList<>();

  private TrainingFolder(Path folder, long seed) throws IOException {
    random = new Random(seed);
    names = new NameMaker(folder.resolve("names"), random);
    filler = new FrameFiller(WordFile.byKey(folder.resolve("words.txt")), names, random);
    frames = WordFile.lines(folder.resolve("frames.txt"));
    plain = WordFile.lines(folder.resolve("plain.txt"));
    try (var files = Files.walk(folder, 2)) {
      for (Path file : files.filter(path -> path.endsWith("train.iob2")).sorted().toList()) {
        corpora.add(IobCorpus.read(file));
      }
    }
  }

  /**
   * Trains on a folder.
   *
   * @param seed the same seed, folder and number of epochs give the same weights
   * @throws IOException if a file is missing or unreadable
   */
  public static Weights train(Path folder, int epochs, long seed) throws IOException {
    TrainingFolder training = new TrainingFolder(folder, seed);
    return new Trainer().train(epoch -> training.epoch(), epochs, seed);
  }

  /** One epoch: every frame filled anew, alone and beside others, and the corpora. */
  private List<Sentence> epoch() {
    List<Sentence> sentences = new ArrayList<>();
    for (int i = 0; i < FILLINGS; i++) {
      for (String frame : frames) {
        sentences.add(beside(filler.fill(frame)));
      }
      for (String frame : plain) {
        sentences.add(filler.fill(frame));
        sentences.add(filler.fill(plain.get(random.nextInt(plain.size()))));
      }
    }
    for (IobCorpus corpus : corpora) {
      sentences.addAll(corpus.sentences(names, random, 0.8));
    }
    return sentences;
  }

  /** Now and then a sentence goes on with another one, without a full stop between. */
  private Sentence beside(Sentence sentence) {
    if (random.nextInt(3) > 0 || sentence.text().length() > LONGEST) {
      return sentence;
    }
    Sentence other = filler.fill(frames.get(random.nextInt(frames.size())));
    String between = List.of(" ", ",", "  ", "").get(random.nextInt(4));
    int shift = sentence.text().length() + between.length();
    List<Trainer.Span> spans = new ArrayList<>(sentence.names());
    for (Trainer.Span span : other.names()) {
      spans.add(new Trainer.Span(span.start() + shift, span.end() + shift));
    }
    return new Sentence(sentence.text() + between + other.text(), spans);
  }
}
