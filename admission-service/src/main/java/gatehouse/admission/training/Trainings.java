package gatehouse.admission.training;

import java.util.List;

/** Competences and assessment windows; both are only ever added. */
public interface Trainings {
  void add(Competence competence);

  void add(AssessmentWindow window);

  List<Competence> competencesOf(String user, String product);

  /** As far as they had been registered: a window that begins before that begins with it. */
  List<AssessmentWindow> windowsOf(String user);
}
