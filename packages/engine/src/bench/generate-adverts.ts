// Texts with known campaigns, as a CSV file: invented words, so that nothing is learnt from them but speed and grouping. Half
// of the texts are of campaigns (a template with a name, a city, a price and a phone), half are of nobody. Every text
// ends with one of a few lines of the site, as adverts do.

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { diceFor } from '../world/dice.ts';

export interface GeneratedAdverts {
  readonly texts: number;
  readonly seed: number;
}

const perCampaign = 20;
const boilerplate = ['please say that you saw this post here', 'no agencies no withheld numbers thank you'];

/** Writes `row,body` and gives the template of each text, -1 for those of nobody. */
export async function writeAdverts(path: string, { texts, seed }: GeneratedAdverts): Promise<Int32Array> {
  const dice = diceFor(seed, 'adverts', 0);
  const words = Array.from({ length: 20_000 }, (_, at) => wordFrom(at));
  // A word of rank r is about as frequent as 1/r, as in any language (Zipf).
  const word = () => words[Math.floor(words.length ** (dice.below(1 << 20) / (1 << 20))) - 1] as string;
  const campaigns = Array.from({ length: Math.max(1, Math.floor(texts / 2 / perCampaign)) }, () =>
    Array.from({ length: 20 + dice.below(20) }, word),
  );
  const truth = new Int32Array(texts);
  const stream = createWriteStream(path);
  stream.write('row,body\n');
  for (let row = 0; row < texts; row++) {
    const campaign = dice.below(2) === 0 ? dice.below(campaigns.length) : -1;
    const body =
      campaign < 0
        ? Array.from({ length: 20 + dice.below(20) }, word)
        : [...(campaigns[campaign] as string[])];
    body[4] = `Anna${words[dice.below(300)]}`;
    body[11] = `Ville${words[dice.below(200)]}`;
    body[17] = `${50 + 10 * dice.below(20)} eur`;
    const site = dice.below(boilerplate.length);
    // The same words with another closing line are another template.
    truth[row] = campaign < 0 ? -1 : campaign * boilerplate.length + site;
    const line = `${row + 1},${body.join(' ')} call +407${10_000_000 + dice.below(89_999_999)} ${boilerplate[site]}\n`;
    if (!stream.write(line)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'finish');
  return truth;
}

const syllables = 'ba ce di fo gu la me ni po ru sa te vi zo ku'.split(' ');

/** A word of its own for each number. */
function wordFrom(number: number): string {
  let text = '';
  for (let rest = number + 15; rest > 0; rest = Math.floor(rest / syllables.length))
    text += syllables[rest % syllables.length];
  return text;
}
