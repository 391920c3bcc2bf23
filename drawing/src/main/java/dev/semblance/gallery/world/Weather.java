package dev.semblance.gallery.world;

/// The weather, by what it does to the light.
public enum Weather {
  CLEAR,
  CLOUDY,
  FOG,
  RAIN,
  SNOW,
  STORM
}
