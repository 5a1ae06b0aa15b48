import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

const css = readFileSync('client/ui/tokens.css', 'utf8');

/** Linear light of an OKLCH colour, by the matrices of the OKLab definition, cut to what a screen shows. */
function linear([l, c, h]: readonly number[]): number[] {
  const [lightness = 0, chroma = 0, hue = 0] = [l, c, h];
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
  ].map((channel) => Math.min(1, Math.max(0, channel)));
}

function contrast(one: readonly number[], other: readonly number[]): number {
  const [dark = 0, light = 0] = [one, other]
    .map((colour) => {
      const [r = 0, g = 0, b = 0] = linear(colour);
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    })
    .sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** The colour of a role, light or dark. */
function role(name: string, theme: 'light' | 'dark', hue = 0): number[] {
  const rule = new RegExp(
    `${name}:\\s*light-dark\\(oklch\\(([^()]*(?:var\\(--hue\\))?)\\), oklch\\(([^()]*(?:var\\(--hue\\))?)\\)\\)`,
  ).exec(css);
  const value = rule?.[theme === 'light' ? 1 : 2];
  if (!value) throw new Error(`tokens.css has no ${name}.`);
  return value.replace('var(--hue)', `${hue}`).split(' ').map(Number);
}

const text = ['--text', '--text-muted'];
const surfaces = [
  '--surface-sunken',
  '--surface',
  '--surface-raised',
  '--surface-hover',
  '--surface-own',
  '--accent-quiet',
];

const readable: [string, string][] = [
  ...text.flatMap((ink) => surfaces.map((surface): [string, string] => [ink, surface])),
  ...['--surface', '--surface-sunken', '--surface-raised', '--accent-quiet'].map(
    (surface): [string, string] => ['--accent-text', surface],
  ),
  ...['--surface', '--surface-raised', '--surface-hover', '--danger-quiet'].map(
    (surface): [string, string] => ['--danger-text', surface],
  ),
  ...['--surface', '--attention-quiet'].map((surface): [string, string] => ['--attention-text', surface]),
  ['--on-accent', '--accent-fill'],
  ['--on-accent', '--accent-fill-hover'],
  ['--on-danger', '--danger-fill'],
  ['--on-danger', '--danger-fill-hover'],
  ['--surface', '--text'],
];

const controls: [string, string][] = ['--surface', '--surface-raised', '--surface-sunken'].flatMap(
  (surface): [string, string][] => [
    ['--line-control', surface],
    ['--accent', surface],
  ],
);

describe.each(['light', 'dark'] as const)('%s', (theme) => {
  it.each(readable)('%s is read on %s', (ink, surface) => {
    expect(contrast(role(ink, theme), role(surface, theme))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(controls)('%s is seen on %s', (line, surface) => {
    expect(contrast(role(line, theme), role(surface, theme))).toBeGreaterThanOrEqual(3);
  });

  it('initials are read on every hue', () => {
    for (let hue = 0; hue < 360; hue += 5) {
      const surface = role('background-color', theme, hue);
      expect(contrast(role('\n  color', theme, hue), surface)).toBeGreaterThanOrEqual(4.5);
    }
  });
});
