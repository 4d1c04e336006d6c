/** Every ink on every paper it is used on, in light and dark, holds the contrast that WCAG AA asks for. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const css = readFileSync(
  fileURLToPath(new URL('../../../web/design/tokens.css', import.meta.url)),
  'utf8',
);

const papers = ['paper', 'paper-sunken', 'paper-raised', 'paper-hover'];
const washes = ['accent-wash', 'warn-wash', 'danger-wash'];
const persons = [0, 1, 2, 3, 4, 5].map((hue) => `person-${hue}`);

/** Text: 4.5 to 1 (SC 1.4.3). */
const texts: readonly (readonly [string, readonly string[]])[] = [
  ['ink', [...papers, ...washes]],
  ['ink-soft', [...papers, 'accent-wash']],
  ['accent', [...papers, 'accent-wash']],
  ['accent-strong', [...papers, 'accent-wash']],
  ['on-accent', ['accent', 'accent-strong']],
  ['warn', ['paper', 'paper-hover', 'accent-wash', 'warn-wash']],
  ['danger', ['paper', 'paper-raised', 'danger-wash']],
  ['on-person', persons],
];

/** Edges of controls, marks and carets: 3 to 1 (SC 1.4.11). */
const shapes: readonly (readonly [string, readonly string[]])[] = [
  ['outline', papers],
  ['accent', [...papers, ...washes]],
  ...persons.map((person) => [person, ['paper']] as const),
];

describe.each(['light', 'dark'] as const)('in %s', (scheme) => {
  test.each(texts)('%s reads on its papers', (ink, on) => {
    for (const paper of on) expect(contrast(ink, paper, scheme), paper).toBeGreaterThanOrEqual(4.5);
  });

  test.each(shapes)('%s can be made out on its papers', (ink, on) => {
    for (const paper of on) expect(contrast(ink, paper, scheme), paper).toBeGreaterThanOrEqual(3);
  });
});

function contrast(ink: string, paper: string, scheme: 'light' | 'dark'): number {
  const [lighter = 0, darker = 0] = [ink, paper]
    .map((name) => luminance(colour(name, scheme)))
    .sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function colour(name: string, scheme: 'light' | 'dark'): string {
  const match = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`, 'u').exec(css);
  const found = match?.[scheme === 'light' ? 1 : 2];
  if (found === undefined) throw new Error(`tokens.css has no --${name}`);
  return found;
}

/** Relative luminance of an sRGB colour (WCAG 2.2). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
