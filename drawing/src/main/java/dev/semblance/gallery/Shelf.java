package dev.semblance.gallery;

import dev.semblance.gallery.animal.Birds;
import dev.semblance.gallery.animal.CatScene;
import dev.semblance.gallery.animal.DogScene;
import dev.semblance.gallery.animal.Herd;
import dev.semblance.gallery.animal.SmallWorlds;
import dev.semblance.gallery.city.ArchBridge;
import dev.semblance.gallery.city.Fireworks;
import dev.semblance.gallery.city.Houses;
import dev.semblance.gallery.city.Landmarks;
import dev.semblance.gallery.city.Skyline;
import dev.semblance.gallery.city.SuspensionBridge;
import dev.semblance.gallery.food.Bouquet;
import dev.semblance.gallery.food.Drinks;
import dev.semblance.gallery.food.FruitScene;
import dev.semblance.gallery.food.Treats;
import dev.semblance.gallery.land.Desert;
import dev.semblance.gallery.land.FlowerField;
import dev.semblance.gallery.land.Forest;
import dev.semblance.gallery.land.Lighthouse;
import dev.semblance.gallery.land.MountainLake;
import dev.semblance.gallery.land.OpenSky;
import dev.semblance.gallery.land.PalmBeach;
import dev.semblance.gallery.land.SailingBoat;
import dev.semblance.gallery.land.Ships;
import dev.semblance.gallery.land.SnowCabin;
import dev.semblance.gallery.land.Waterfall;
import dev.semblance.gallery.paper.Charts;
import dev.semblance.gallery.paper.Invoice;
import dev.semblance.gallery.paper.Maps;
import dev.semblance.gallery.paper.Notes;
import dev.semblance.gallery.paper.Receipts;
import dev.semblance.gallery.people.PeopleScenes;
import dev.semblance.gallery.room.Kitchens;
import dev.semblance.gallery.room.Rooms;
import dev.semblance.gallery.scene.Family;
import dev.semblance.gallery.thing.CountedShapes;
import dev.semblance.gallery.thing.Games;
import dev.semblance.gallery.thing.Instruments;
import dev.semblance.gallery.thing.RoadSign;
import dev.semblance.gallery.thing.SingleThings;
import dev.semblance.gallery.traffic.InTheAir;
import dev.semblance.gallery.traffic.RoadTraffic;
import dev.semblance.gallery.traffic.Train;
import java.util.List;

/// A family and how many of it hang in the demo's gallery, at most.
record Shelf(Family family, int demo) {
  static final List<Shelf> ALL =
      List.of(
          new Shelf(new Family("suspension-bridge", SuspensionBridge::cast), 6),
          new Shelf(new Family("arch-bridge", ArchBridge::cast), 4),
          new Shelf(new Family("skyline", Skyline::cast), 5),
          new Shelf(new Family("houses", Houses::cast), 4),
          new Shelf(new Family("landmark", Landmarks::cast), 6),
          new Shelf(new Family("fireworks", Fireworks::cast), 4),
          new Shelf(new Family("mountain-lake", MountainLake::cast), 6),
          new Shelf(new Family("forest", Forest::cast), 6),
          new Shelf(new Family("desert", Desert::cast), 4),
          new Shelf(new Family("waterfall", Waterfall::cast), 4),
          new Shelf(new Family("palm-beach", PalmBeach::cast), 4),
          new Shelf(new Family("flower-field", FlowerField::cast), 5),
          new Shelf(new Family("rainbow", OpenSky::rainbow), 4),
          new Shelf(new Family("thunderstorm", OpenSky::thunderstorm), 3),
          new Shelf(new Family("night-sky", OpenSky::stars), 3),
          new Shelf(new Family("snow-cabin", SnowCabin::cast), 4),
          new Shelf(new Family("sailing-boat", SailingBoat::cast), 5),
          new Shelf(new Family("ship", Ships::cast), 5),
          new Shelf(new Family("lighthouse", Lighthouse::cast), 4),
          new Shelf(new Family("dog", DogScene::cast), 11),
          new Shelf(new Family("cat", CatScene::cast), 7),
          new Shelf(new Family("horse", Herd::horses), 4),
          new Shelf(new Family("cow", Herd::cows), 4),
          new Shelf(new Family("sheep", Herd::sheep), 4),
          new Shelf(new Family("bird", Birds::perched), 5),
          new Shelf(new Family("flock", Birds::flock), 3),
          new Shelf(new Family("duck", Birds::ducks), 4),
          new Shelf(new Family("aquarium", SmallWorlds::aquarium), 4),
          new Shelf(new Family("butterfly", SmallWorlds::butterfly), 4),
          new Shelf(new Family("car", RoadTraffic::car), 6),
          new Shelf(new Family("bus", RoadTraffic::bus), 4),
          new Shelf(new Family("cycle", RoadTraffic::cycle), 4),
          new Shelf(new Family("train", Train::cast), 4),
          new Shelf(new Family("aeroplane", InTheAir::aeroplane), 4),
          new Shelf(new Family("balloon", InTheAir::balloons), 4),
          new Shelf(new Family("fruit", FruitScene::counted), 10),
          new Shelf(new Family("fruit-bowl", FruitScene::bowl), 4),
          new Shelf(new Family("cake", Treats::cake), 4),
          new Shelf(new Family("pizza", Treats::pizza), 4),
          new Shelf(new Family("ice-cream", Treats::iceCream), 4),
          new Shelf(new Family("coffee", Drinks::coffee), 4),
          new Shelf(new Family("glass", Drinks::glass), 4),
          new Shelf(new Family("vase", Bouquet::vase), 5),
          new Shelf(new Family("flower", Bouquet::closeUp), 5),
          new Shelf(new Family("living-room", Rooms::living), 4),
          new Shelf(new Family("bedroom", Rooms::bedroom), 3),
          new Shelf(new Family("kitchen", Kitchens::kitchen), 4),
          new Shelf(new Family("library", Rooms::library), 3),
          new Shelf(new Family("desk", Kitchens::desk), 3),
          new Shelf(new Family("road-sign", RoadSign::cast), 8),
          new Shelf(new Family("invoice", Invoice::cast), 3),
          new Shelf(new Family("receipt", Receipts::receipt), 3),
          new Shelf(new Family("letter", Receipts::letter), 2),
          new Shelf(new Family("newspaper", Receipts::newspaper), 3),
          new Shelf(new Family("note", Notes::note), 3),
          new Shelf(new Family("bar-chart", Charts::bars), 4),
          new Shelf(new Family("pie-chart", Charts::pie), 4),
          new Shelf(new Family("line-chart", Charts::lines), 3),
          new Shelf(new Family("table", Receipts::table), 1),
          new Shelf(new Family("calendar", Notes::calendar), 3),
          new Shelf(new Family("map", Maps::town), 3),
          new Shelf(new Family("metro-map", Maps::metro), 3),
          new Shelf(new Family("treasure-map", Maps::island), 1),
          new Shelf(new Family("sheet-music", Notes::music), 1),
          new Shelf(new Family("shapes", CountedShapes::cast), 12),
          new Shelf(new Family("clock", SingleThings::clock), 4),
          new Shelf(new Family("umbrella", SingleThings::umbrella), 4),
          new Shelf(new Family("ball", SingleThings::ball), 4),
          new Shelf(new Family("candle", SingleThings::candle), 4),
          new Shelf(new Family("chess", Games::chess), 4),
          new Shelf(new Family("party-balloon", Games::balloons), 4),
          new Shelf(new Family("gift", Games::gift), 4),
          new Shelf(new Family("dice", Games::dice), 4),
          new Shelf(new Family("guitar", Instruments::guitar), 3),
          new Shelf(new Family("piano", Instruments::piano), 4),
          new Shelf(new Family("kite", PeopleScenes::kite), 4),
          new Shelf(new Family("people", PeopleScenes::crowd), 4),
          new Shelf(new Family("bench", PeopleScenes::bench), 4),
          new Shelf(new Family("skier", PeopleScenes::skier), 4));
}
