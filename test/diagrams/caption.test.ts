import { describe, expect, test } from 'vitest';
import { procedures } from '../../machines/index.ts';
import { chartOf } from '../../src/diagrams/chart.ts';
import type { Picture, Text } from '../../src/diagrams/layout/geometry.ts';
import { completePicture, regionPicture, regionsOf } from '../../src/diagrams/layout/pictures.ts';
import { storyPicture } from '../../src/diagrams/recit/picture.ts';
import { captionOf, differenceSamples, liveSamples } from '../../src/diagrams/svg/caption.ts';
import { overlaps, overwritten, spilled, unreadable } from './faults.ts';

const short = 'Clinique Exemple · version 12, dernier fait le 12/02/2026';
const long = `Centre hospitalier intercommunal ${'du très long pays de Nulle-Part '.repeat(4)}· version 12`;

/** The words of a caption, as a picture would hold them. */
function wordsOf(markup: string): Text[] {
  const lines = markup.matchAll(/<text class="(t[sd])" x="([\d.]+)" y="([\d.]+)">([^<]*)</g);
  return [...lines].map(([, name, x, y, text = '']) => ({
    x: Number(x),
    y: Number(y),
    text,
    style: name === 'ts' ? 'sousTitre' : 'detail',
  }));
}

/** A picture with its caption, held to what is asked of every picture. */
function captioned(picture: Picture, told: string, key: typeof liveSamples): Picture {
  const { markup, height } = captionOf(picture, told, key);
  return { ...picture, height: picture.height + height, texts: [...picture.texts, ...wordsOf(markup)] };
}

describe.each(procedures)('a caption on the pictures of $id', (procedure) => {
  test('stands on the sheet and on nothing else, whether it is short or long', async () => {
    const chart = chartOf(procedure);
    const pictures = [await completePicture(chart), storyPicture([procedure])];
    for (const region of regionsOf(chart)) pictures.push(await regionPicture(chart, region));
    for (const picture of pictures) {
      for (const [told, key] of [
        [short, liveSamples],
        [long, liveSamples],
        [short, differenceSamples],
      ] as const) {
        const whole = captioned(picture, told, key);
        const added = whole.texts.length - picture.texts.length;
        expect(added).toBeGreaterThan(key.length);
        expect([overlaps(whole), spilled(whole), overwritten(whole), unreadable(whole)]).toEqual([[], [], [], []]);
        const boxes = whole.boxes.filter(({ parent }) => parent === null);
        const lowest = Math.max(...boxes.map(({ rect }) => rect.y + rect.height));
        const onBoxes = whole.texts.slice(-added).filter(({ y }) => y > 66 && y - 10 < lowest);
        expect(onBoxes.map(({ text }) => text)).toEqual([]);
      }
    }
  });
});
