package dev.semblance.gallery;

import dev.semblance.gallery.animal.DogScene;
import dev.semblance.gallery.brush.Dice;
import dev.semblance.gallery.city.Skyline;
import dev.semblance.gallery.city.SuspensionBridge;
import dev.semblance.gallery.food.FruitScene;
import dev.semblance.gallery.land.Forest;
import dev.semblance.gallery.land.Desert;
import dev.semblance.gallery.land.Waterfall;
import dev.semblance.gallery.land.Lighthouse;
import dev.semblance.gallery.land.PalmBeach;
import dev.semblance.gallery.land.FlowerField;
import dev.semblance.gallery.land.OpenSky;
import dev.semblance.gallery.land.Ships;
import dev.semblance.gallery.city.ArchBridge;
import dev.semblance.gallery.city.Fireworks;
import dev.semblance.gallery.city.Houses;
import dev.semblance.gallery.city.Landmarks;
import dev.semblance.gallery.traffic.RoadTraffic;
import dev.semblance.gallery.traffic.Train;
import dev.semblance.gallery.traffic.InTheAir;
import dev.semblance.gallery.animal.CatScene;
import dev.semblance.gallery.animal.Herd;
import dev.semblance.gallery.animal.Birds;
import dev.semblance.gallery.animal.SmallWorlds;
import dev.semblance.gallery.land.MountainLake;
import dev.semblance.gallery.land.SailingBoat;
import dev.semblance.gallery.land.SnowCabin;
import dev.semblance.gallery.paper.Charts;
import dev.semblance.gallery.paper.Invoice;
import dev.semblance.gallery.scene.Family;
import dev.semblance.gallery.thing.CountedShapes;
import dev.semblance.gallery.thing.RoadSign;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Drawings by the hundred. Nothing is drawn before a drawing is asked for its pixels.
///
/// Immutable, safe for many threads.
public final class Gallery {
  private static final List<Family> FAMILIES =
      List.of(
          new Family("suspension-bridge", SuspensionBridge::cast),
          new Family("dog", DogScene::cast),
          new Family("shapes", CountedShapes::cast),
          new Family("mountain-lake", MountainLake::cast),
          new Family("forest", Forest::cast),
          new Family("desert", Desert::cast),
          new Family("waterfall", Waterfall::cast),
          new Family("lighthouse", Lighthouse::cast),
          new Family("palm-beach", PalmBeach::cast),
          new Family("flower-field", FlowerField::cast),
          new Family("rainbow", OpenSky::rainbow),
          new Family("thunderstorm", OpenSky::thunderstorm),
          new Family("night-sky", OpenSky::stars),
          new Family("ship", Ships::cast),
          new Family("arch-bridge", ArchBridge::cast),
          new Family("fireworks", Fireworks::cast),
          new Family("houses", Houses::cast),
          new Family("landmark", Landmarks::cast),
          new Family("car", RoadTraffic::car),
          new Family("bus", RoadTraffic::bus),
          new Family("cycle", RoadTraffic::cycle),
          new Family("train", Train::cast),
          new Family("balloon", InTheAir::balloons),
          new Family("aeroplane", InTheAir::aeroplane),
          new Family("cat", CatScene::cast),
          new Family("horse", Herd::horses),
          new Family("sheep", Herd::sheep),
          new Family("cow", Herd::cows),
          new Family("bird", Birds::perched),
          new Family("flock", Birds::flock),
          new Family("duck", Birds::ducks),
          new Family("aquarium", SmallWorlds::aquarium),
          new Family("butterfly", SmallWorlds::butterfly),
          new Family("snow-cabin", SnowCabin::cast),
          new Family("sailing-boat", SailingBoat::cast),
          new Family("skyline", Skyline::cast),
          new Family("fruit", FruitScene::counted),
          new Family("fruit-bowl", FruitScene::bowl),
          new Family("road-sign", RoadSign::cast),
          new Family("invoice", Invoice::cast),
          new Family("bar-chart", Charts::bars),
          new Family("pie-chart", Charts::pie),
          new Family("line-chart", Charts::lines));

  private Gallery() {}

  /// The names of all families.
  public static List<String> families() {
    return FAMILIES.stream().map(Family::name).toList();
  }

  public static List<Drawing> demo() {
    return training(1, 10);
  }

  /// Drawings for training: families in turn, everything else by chance. Captions repeat now and
  /// then, as those of photographs do.
  ///
  /// @param seed other seeds give other drawings
  /// @param count how many, at least 0
  public static List<Drawing> training(long seed, int count) {
    if (count < 0) {
      throw new IllegalArgumentException("count is " + count + "; it must be at least 0");
    }
    Dice seeds = new Dice(seed);
    List<Drawing> drawings = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Family family = FAMILIES.get(i % FAMILIES.size());
      drawings.add(cast(family, seeds.seed(), String.format(Locale.ROOT, "%06d", i)));
    }
    return List.copyOf(drawings);
  }

  private static Drawing cast(Family family, long seed, String suffix) {
    Dice dice = new Dice(seed);
    return new Drawing(
        family.name() + "-" + suffix, family.name(), seed, family.cast().apply(dice));
  }
}
