package gatehouse.faults.check;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A service's journal as an auditor gets it. */
record Exported(Path export, Path witness) {

  static Exported of(String service, String url, String token, Path folder)
      throws IOException, InterruptedException {
    Path export = folder.resolve(service + ".jsonl");
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<Path> answer =
          http.send(
              HttpRequest.newBuilder(URI.create(url + "/v1/journal/export"))
                  .header("Authorization", "Bearer " + token)
                  .build(),
              HttpResponse.BodyHandlers.ofFile(export));
      if (answer.statusCode() != 200) {
        throw new IOException(service + " gives no export: " + answer.statusCode());
      }
    }
    return new Exported(export, Witness.file(folder, service));
  }

  /** The entries, with what stands at those places of their envelopes. */
  List<JournalRow> rows(Set<String> places) throws IOException {
    return ExportReader.read(export, places);
  }

  /** What the offline verifier says against it; empty when it verifies. */
  String complaint() throws IOException, InterruptedException {
    if (!Files.exists(witness)) {
      // Of a service to which nothing happened there is nothing to sign.
      return Files.size(export) == 0 ? "" : "no checkpoint was ever shown";
    }
    Path said = export.resolveSibling(export.getFileName() + ".verified");
    Process verifier =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "gatehouse.verify.Main",
                export.toString(),
                "--checkpoint",
                witness.toString())
            .redirectErrorStream(true)
            .redirectOutput(new File(said.toString()))
            .start();
    return verifier.waitFor() == 0 ? "" : Files.readString(said);
  }
}
