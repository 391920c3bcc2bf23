package dev.semblance.gallery.brush;

import io.github.humbleui.skija.RuntimeEffect;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The shaders, in Skia's shading language. Coordinates are the canvas's own units; every one sees
/// the noise tile as `noise`. Colours are straight, `main` gives premultiplied ones.
enum Effect {
  /// Clouds on a flat ceiling that recedes to the horizon.
  CLOUDS(
      """
      uniform float horizon; uniform float middle; uniform float2 offset; uniform float size;
      uniform float cover; uniform float soft; uniform float2 sun;
      uniform float4 lit; uniform float4 shade;
      float density(float2 p) {
        float warp = noise.eval(p * .31).g - .5;
        float2 q = p + warp * 60;
        return noise.eval(q * .55).r * .72 + noise.eval(q * 2.1 + 91).g * .28;
      }
      half4 main(float2 xy) {
        float t = max(horizon - xy.y, 0) / horizon;
        float z = 1 / (t + .16);
        float2 p = float2((xy.x - middle) * z * .8, z * 190) / size + offset;
        float n = density(p);
        float d = smoothstep(cover, cover + soft, n);
        float2 to = normalize(sun - xy);
        float deep = smoothstep(cover, cover + soft * 1.6, density(p + to * float2(14, -9) / size));
        float light = clamp(.75 - .8 * deep + .35 * (1 - d), 0, 1);
        float a = d * smoothstep(0, .10, t);
        float4 c = mix(shade, lit, light);
        return half4(c.rgb * c.a * a, c.a * a);
      }
      """),
  /// Two colours mixed by noise, with the relief of the noise lit from one side.
  MOTTLE(
      """
      uniform float2 scale; uniform float2 offset; uniform float turn; uniform float contrast;
      uniform float relief; uniform float2 sun; uniform float4 from; uniform float4 to;
      half4 main(float2 xy) {
        float s = sin(turn); float c = cos(turn);
        float2 p = float2(c * xy.x + s * xy.y, c * xy.y - s * xy.x) * scale + offset;
        float n = noise.eval(p).r;
        float m = noise.eval(p + sun).r;
        float4 k = mix(from, to, clamp(.5 + (n - .5) * contrast, 0, 1));
        float3 rgb = clamp(k.rgb * (1 + (n - m) * relief), 0, 1);
        return half4(rgb * k.a, k.a);
      }
      """),
  /// The same on a plane that recedes to the horizon.
  GROUND(
      """
      uniform float horizon; uniform float middle; uniform float height; uniform float2 scale;
      uniform float2 offset; uniform float contrast; uniform float relief; uniform float2 sun;
      uniform float4 from; uniform float4 to; uniform float4 far;
      half4 main(float2 xy) {
        float d = max(xy.y - horizon, .5) / height;
        float z = 1 / (d + .03);
        float2 p = float2((xy.x - middle) * z, z * 360) * scale + offset;
        float n = noise.eval(p).r;
        float m = noise.eval(p + sun).r;
        float near = smoothstep(0, .5, d);
        float4 k = mix(from, to, clamp(.5 + (n - .5) * contrast, 0, 1));
        k = mix(far, k, .25 + .75 * near);
        float3 rgb = clamp(k.rgb * (1 + (n - m) * relief * near), 0, 1);
        return half4(rgb * k.a, k.a);
      }
      """),
  /// Rock that catches light on one flank, with snow above a line.
  ROCK(
      """
      uniform float2 scale; uniform float2 offset; uniform float2 sun; uniform float snowline;
      uniform float top; uniform float4 rock; uniform float4 dark; uniform float4 snow; uniform float4 haze;
      uniform float base;
      half4 main(float2 xy) {
        float2 p = float2(xy.x + (xy.y - top) * .35, xy.y * .55) * scale + offset;
        float n = noise.eval(p).r * .7 + noise.eval(p * 3.1 + 37).g * .3;
        float m = noise.eval(p + sun).r * .7 + noise.eval(p * 3.1 + 37 + sun * 2.2).g * .3;
        float light = clamp(.5 + (n - m) * 5, 0, 1);
        float edge = snowline + (n - .5) * (snowline - top) * 1.8;
        float s = 1 - smoothstep(edge - 5, edge + 5, xy.y);
        float4 k = mix(mix(dark, rock, light), mix(mix(snow, dark, .45), snow, light), s);
        k = mix(k, haze, smoothstep(top, base, xy.y) * haze.a);
        return half4(k.rgb, 1);
      }
      """),
  /// What lies above a waterline, mirrored in moving water; `glitter` is the sun's road.
  WATER(
      """
      uniform shader above; uniform float line; uniform float depth; uniform float chop;
      uniform float2 offset; uniform float4 deep; uniform float4 shine; uniform float sunX;
      uniform float clear; uniform float glitter; uniform float middle;
      half4 main(float2 xy) {
        float d = max(xy.y - line, 0);
        float u = d / depth;
        float z = 1 / (u + .06);
        float2 p = float2((xy.x - middle) * z * .5, z * 150) + offset;
        float n = noise.eval(p).r - .5;
        float m = noise.eval(p * float2(2.3, 2.9) + 71).g - .5;
        float wave = n + .6 * m;
        float2 q = float2(xy.x + wave * chop * (4 + 26 * u), line - d * .92 + wave * chop * (3 + 60 * u));
        q.y = min(q.y, line - 1);
        float3 mirror = above.eval(q).rgb;
        float slope = clamp(.5 + wave * 1.6, 0, 1);
        float look = clamp(clear * (1 - .65 * u) - .30 * (1 - slope), 0, 1);
        float3 c = mix(deep.rgb * (.82 + .5 * slope * slope), mirror, look);
        float road = exp(-pow((xy.x - sunX) / (14 + 60 * u), 2));
        float spark = smoothstep(.26, .42, wave + road * .14) * road * glitter * (1 - .55 * u);
        c = mix(c, shine.rgb, clamp(spark, 0, 1) * shine.a);
        return half4(c, 1);
      }
      """),
  /// Grain: grey noise around nothing, to be laid over.
  GRAIN(
      """
      uniform float2 offset; uniform float amount;
      half4 main(float2 xy) {
        float n = noise.eval(xy * float2(7.3, 6.1) + offset).g + noise.eval(xy.yx * 9.7 + offset).r - 1;
        float a = clamp(abs(n) * amount, 0, 1);
        return n > 0 ? half4(a, a, a, a) : half4(0, 0, 0, a);
      }
      """),
  /// Cells and their rims, for pebbles, leaves and scales.
  CELLS(
      """
      uniform float2 scale; uniform float2 offset; uniform float4 from; uniform float4 to;
      uniform float edge;
      half4 main(float2 xy) {
        float2 p = xy * scale + offset;
        float n = noise.eval(p).b;
        float4 k = mix(from, to, smoothstep(edge, edge + .5, n));
        return half4(k.rgb * k.a, k.a);
      }
      """);

  private static final Map<Effect, RuntimeEffect> COMPILED = new ConcurrentHashMap<>();

  private final String source;

  Effect(String source) {
    this.source = source;
  }

  /// The compiled effect; shared, not to be closed.
  RuntimeEffect compiled() {
    return COMPILED.computeIfAbsent(
        this, e -> RuntimeEffect.makeForShader("uniform shader noise;\n" + e.source));
  }
}
