/** Draws all nodes in one call, each with the outline of its kind. The shader is generated from the table of shapes. */
import { NodeProgram, type ProgramInfo } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import { KINDS } from '../../../model/kinds/index.ts';
import { SHAPES, type Shape } from '../../../model/shapes.ts';

/** The data of a node in addition to Sigma's own data. */
export interface DrawnNode extends NodeDisplayData {
  /** The index in `ENTITY_KINDS`. */
  kind: number;
  /** The color of the rim. */
  rim: string;
}

const float = (value: number): string => (Number.isInteger(value) ? `${value}.0` : value.toFixed(5));

/** The signed distance to an outline in units of the node's size, positive outside. */
function distanceTo(shape: Shape): string {
  if (!shape.corners) {
    const { radius, hole } = shape;
    return hole > 0 ? `max(length(p) - ${float(radius)}, ${float(hole)} - length(p))` : `length(p) - ${float(radius)}`;
  }
  const { corners } = shape;
  const sides = corners.map(([x, y], i) => {
    const [nextX, nextY] = corners[(i + 1) % corners.length] ?? [x, y];
    const length = Math.hypot(nextX - x, nextY - y);
    const [nx, ny] = [(nextY - y) / length, (x - nextX) / length];
    return `dot(p, vec2(${float(nx)}, ${float(ny)})) - ${float(nx * x + ny * y)}`;
  });
  return sides.reduce((all, side) => `max(${all}, ${side})`);
}

const outlines = (ofShape: (shape: Shape) => string): string =>
  KINDS.map(({ shape }, i) => `if (v_kind < ${i}.5) return ${ofShape(SHAPES[shape])};`).join('\n  ');
const filled = (shape: Shape): Shape => (shape.corners ? shape : { ...shape, hole: 0 });

const VERTEX = `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec4 a_rim;
attribute vec2 a_position;
attribute float a_size;
attribute float a_kind;
attribute float a_angle;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
varying vec4 v_color;
varying vec4 v_rim;
varying vec2 v_place;
varying float v_pixel;
varying float v_kind;
const float bias = 255.0 / 254.0;

void main() {
  float size = a_size * u_correctionRatio / u_sizeRatio * 2.0;
  vec2 offset = 3.2 * size * vec2(cos(a_angle), sin(a_angle));
  gl_Position = vec4((u_matrix * vec3(a_position + offset, 1)).xy, 0, 1);
  v_place = offset / size;
  v_pixel = u_correctionRatio * 2.0 / size;
  v_kind = a_kind;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
  v_rim = a_rim;
  v_rim.a *= bias;
}`;

const FRAGMENT = `
precision highp float;
varying vec4 v_color;
varying vec4 v_rim;
varying vec2 v_place;
varying float v_pixel;
varying float v_kind;

float outline(vec2 p) {
  ${outlines(distanceTo)}
  return length(p) - 1.0;
}
float whole(vec2 p) {
  ${outlines((shape) => distanceTo(filled(shape)))}
  return length(p) - 1.0;
}

void main() {
  #ifdef PICKING_MODE
  gl_FragColor = whole(v_place) < v_pixel ? v_color : vec4(0.0);
  #else
  float away = outline(v_place);
  float rim = max(1.4 * v_pixel, 0.16);
  vec4 color = mix(v_color, v_rim, smoothstep(-rim - v_pixel * 0.5, -rim + v_pixel * 0.5, away) * v_rim.a);
  gl_FragColor = mix(color, vec4(0.0), smoothstep(-v_pixel * 0.5, v_pixel * 0.5, away));
  #endif
}`;

const UNIFORMS = ['u_sizeRatio', 'u_correctionRatio', 'u_matrix'] as const;

export class ShapeProgram extends NodeProgram<(typeof UNIFORMS)[number]> {
  override getDefinition() {
    const { UNSIGNED_BYTE, FLOAT, TRIANGLES } = WebGLRenderingContext;
    return {
      VERTICES: 3,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLES,
      UNIFORMS,
      ATTRIBUTES: [
        { name: 'a_position', size: 2, type: FLOAT },
        { name: 'a_size', size: 1, type: FLOAT },
        { name: 'a_kind', size: 1, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_rim', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: 'a_angle', size: 1, type: FLOAT }],
      CONSTANT_DATA: [[0], [(2 * Math.PI) / 3], [(4 * Math.PI) / 3]],
    };
  }

  override processVisibleItem(nodeIndex: number, start: number, data: NodeDisplayData): void {
    const { x, y, size, kind, color, rim } = data as DrawnNode;
    this.array.set([x, y, size, kind, floatColor(color), floatColor(rim), nodeIndex], start);
  }

  override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
    const { u_sizeRatio, u_correctionRatio, u_matrix } = uniformLocations as Record<
      (typeof UNIFORMS)[number],
      WebGLUniformLocation
    >;
    gl.uniform1f(u_correctionRatio, params.correctionRatio);
    gl.uniform1f(u_sizeRatio, params.sizeRatio);
    gl.uniformMatrix3fv(u_matrix, false, params.matrix);
  }
}
