package dev.semblance.train.guide;

import dev.semblance.train.data.TeacherAnswers;
import dev.semblance.train.data.TrainingSet;
import dev.semblance.train.data.VectorFile;
import java.util.List;

/// What a guide is learned from.
///
/// @param set the pictures and their texts
/// @param texts the vectors of the texts
/// @param teachers what each teacher said of the pictures
/// @param nameVectors vectors of the names that the teachers know, `[names, width]`
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record Teaching(
    TrainingSet set, VectorFile texts, List<TeacherAnswers> teachers, float[] nameVectors) {
  /// Standardised features further from the mean than this are cut, in deviations.
  private static final float FURTHEST = 6;

  public Teaching {
    teachers = List.copyOf(teachers);
  }

  /// Length of all teachers' features together.
  int width() {
    return teachers.size() * TeacherAnswers.FEATURES;
  }

  /// The teachers' features of pictures side by side, `[pictures, width]`.
  float[] features(int[] pictures) {
    float[] all = new float[pictures.length * width()];
    for (int teacher = 0; teacher < teachers.size(); teacher++) {
      float[] own = teachers.get(teacher).features(pictures);
      for (int row = 0; row < pictures.length; row++) {
        int to = row * width() + teacher * TeacherAnswers.FEATURES;
        for (int i = 0; i < TeacherAnswers.FEATURES; i++) {
          float value = own[row * TeacherAnswers.FEATURES + i];
          all[to + i] = Math.clamp(value, -FURTHEST, FURTHEST);
        }
      }
    }
    return all;
  }

  /// The mean of the teachers' distributions over their names, `[pictures, names]`.
  float[] names(int[] pictures) {
    return TeacherAnswers.meanNames(teachers, pictures);
  }
}
