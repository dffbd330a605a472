package gatehouse.admission.training;

import java.util.List;

/** Competences and assessment windows; both are only ever added. */
public interface Trainings {
  void add(Competence competence);

  void add(AssessmentWindow window);

  List<Competence> competencesOf(String user, String product);

  List<AssessmentWindow> windowsOf(String user);
}
