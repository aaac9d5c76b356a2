import { actsOverHttp } from './acts.ts';
import { family } from './family.ts';
import { median, ratio } from './figures.ts';
import { following } from './following.ts';
import { foresight } from './foresight.ts';
import { measures } from './measures.ts';
import { barePictures, picturesOverHttp } from './pictures.ts';
import { rawActs } from './raw-acts.ts';
import { bareReads, readsOverHttp } from './reads.ts';

const ROUNDS = 3;

/** Each pair is measured in turn, round after round, so that the noise of the machine falls on both. */
async function compare(title: string, ours: () => Promise<number>, reference: () => Promise<number>): Promise<void> {
  const pairs: [number, number][] = [];
  for (let round = 0; round < ROUNDS; round++) pairs.push([await ours(), await reference()]);
  const rates = pairs.map(([mine, theirs]) => `${Math.round(mine)} / ${Math.round(theirs)}`).join(', ');
  const middle = median(pairs.map(([mine, theirs]) => mine / theirs));
  console.log(`${title} : ${ratio(middle)} (par seconde : ${rates})`);
}

await compare('Actes par HTTP, 32 connexions / SQL nu, un par transaction', actsOverHttp, rawActs);
await compare('Prochaines étapes par HTTP / Express nu, res.json du même corps', readsOverHttp, bareReads);
await compare(
  'Images d’un dossier par HTTP / Express nu, send d’une image aussi longue',
  picturesOverHttp,
  barePictures,
);
await family();
await foresight();
await measures();
for (const dossiers of [32, 3_000]) await following(dossiers);
