import { Resvg } from '@resvg/resvg-js';
import { expect, test } from 'vitest';
import { toPng } from '../../src/diagrams/images.ts';

const svg = (text: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40"><style>.t{font:20px Arial,sans-serif}</style><rect width="200" height="40" fill="#fff"/><text class="t" x="5" y="28">${text}</text></svg>`;

test('a PNG shows its text by its own font, whatever fonts the system has', async () => {
  const [blank, written] = await Promise.all([toPng(svg(''), 400), toPng(svg('Établissement'), 400)]);
  expect(written.subarray(1, 4).toString()).toBe('PNG');
  expect([written.readUInt32BE(16), written.readUInt32BE(20)]).toEqual([400, 80]);
  expect([darkIn(blank), darkIn(written) > 500]).toEqual([0, true]);
});

/** How many pixels of an image are nearer black than white. */
function darkIn(png: Buffer): number {
  const href = `data:image/png;base64,${png.toString('base64')}`;
  const image = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="400" height="80"><image xlink:href="${href}" width="400" height="80"/></svg>`;
  const { pixels } = new Resvg(image).render();
  return pixels.filter((value, rank) => rank % 4 === 0 && value < 128).length;
}
