import type { Crime } from './appearance.ts';
import { type Cell, serialIn } from './cell.ts';
import { type Dice, diceFor, shuffle } from './dice.ts';

/** What the form calls one thing, in the languages of those who fill it in. */
const words = {
  hours: ['excessive working hours', 'horaires excessifs', 'überlange Arbeitszeiten'],
  pay: ['low pay', 'unpaid', 'Hungerlohn', 'salario bajo o nulo'],
  deductions: ['wage deductions', 'retenues sur salaire', 'Lohnabzüge'],
  housing: ['poor housing', 'withholds necessities', 'schlechte Unterkunft'],
  uncovered: ['no contract', 'sans contrat', 'kein Vertrag'],
  danger: ['dangerous work', 'gefährliche Arbeit'],
  school: ['kept from school', 'no schooling'],
  prostitution: ['prostitution', 'commercial sex', 'Prostitution'],
  live: ['live streaming of sexual acts', 'webcam sex', 'remote interactive services'],
  promises: ['false promises', 'falsche Versprechungen', 'fausses promesses'],
  terms: ['deceived about prostitution', 'deceived about conditions'],
  wages: ['deceived about wages', 'promised higher wages'],
  papers: ['passport taken', 'withholds documents', 'passeport confisqué', 'Pass abgenommen'],
  debt: ['debt bondage', 'Schuldknechtschaft', 'servitude pour dettes'],
  locked: ['locked in', 'restricts movement', 'eingesperrt'],
  clients: ['forced to serve clients', 'zu Kunden gezwungen', 'clients forcés'],
  earnings: ['takes earnings', 'wages withheld', 'Lohn einbehalten'],
  poverty: ['economic need', 'Armut', 'précarité'],
} as const;
type Word = keyof typeof words;

interface Plan {
  readonly kind: string;
  readonly area: Crime;
  readonly child: boolean;
  readonly facts: readonly Word[];
  /** What may stand there too and changes nothing. */
  readonly besides: readonly Word[];
  /** What it comes to, and whether that needs no weight that is unchecked (decision 59). */
  readonly outcome: string;
  readonly isSettled: boolean;
}

const sexual = { area: 'thb-sexual' } as const;
const labour = { area: 'thb-labour' } as const;
const trafficked = { outcome: 'trafficking', isSettled: true } as const;
const nothingFound = { outcome: 'none', isSettled: true } as const;

/** The last four look like the others: sex work alone, a disputed wage, a busy season, a child who misses school. */
const plans: readonly Plan[] = [
  {
    ...{ kind: 'child-in-prostitution', child: true, facts: ['prostitution'] },
    ...{ besides: ['poverty', 'school', 'promises'], ...sexual, ...trafficked },
  },
  {
    ...{ kind: 'child-shown-live', child: true, facts: ['live'] },
    besides: ['school'],
    ...sexual,
    ...trafficked,
  },
  {
    ...{ kind: 'adult-held-for-sex', child: false, outcome: 'trafficking', isSettled: false, ...sexual },
    facts: ['hours', 'pay', 'housing', 'clients', 'locked', 'promises', 'terms'],
    besides: ['prostitution', 'poverty', 'earnings'],
  },
  {
    ...{ kind: 'adult-held-for-labour', child: false, ...labour, ...trafficked },
    facts: ['hours', 'pay', 'papers', 'debt', 'promises', 'wages'],
    besides: ['poverty', 'housing', 'locked'],
  },
  {
    ...{ kind: 'child-put-to-work', child: true, facts: ['hours', 'pay'], ...labour, ...trafficked },
    besides: ['school', 'danger'],
  },
  {
    ...{ kind: 'sex-work-alone', child: false, facts: ['prostitution'], ...sexual, ...nothingFound },
    besides: ['poverty'],
  },
  {
    ...{ kind: 'wage-dispute', child: false, facts: ['pay', 'deductions', 'uncovered'] },
    ...{ besides: ['poverty', 'housing'], outcome: 'exploitation', isSettled: true, ...labour },
  },
  {
    ...{ kind: 'busy-season', child: false, facts: ['hours'], ...labour, ...nothingFound },
    besides: ['poverty'],
  },
  {
    ...{ kind: 'misses-school', child: true, facts: ['school'], ...labour, ...nothingFound },
    besides: ['poverty'],
  },
];

/** A shelter's forms: of each cell one case of sexual and one of labour exploitation, with people of each plan. */
export function plantScreenings(cell: Cell): void {
  const dice = diceFor(cell.place.seed, 'screenings', cell.place.cell);
  for (const [index, plan] of plans.entries()) {
    const { kind, area, child, facts, besides, outcome, isSettled } = plan;
    const serial = serialIn(cell, index);
    const screening = `e${serial}`;
    const ticked: string[] = [...facts, ...besides.filter(() => dice.chance(0.4))].map((word) =>
      dice.pick(words[word]),
    );
    if (dice.chance(0.2)) ticked.push(dice.pick(['other', 'unknown', 'Other']));
    shuffle(dice, ticked);
    cell.screenings.push({
      ...{ screening, area, facts: ticked },
      case: `S${area === 'thb-sexual' ? 1 : 2}-${String(cell.place.cell).padStart(5, '0')}`,
      client: `K${String(serial).padStart(7, '0')}`,
      age: ageOf(dice, child),
    });
    const form = area === 'thb-sexual' ? 'sexual' : 'labour';
    cell.truth.screenings.push({ screening, kind, form, age: child ? 'child' : 'adult', outcome, isSettled });
  }
  shuffle(dice, cell.screenings);
}

/** Of every eighth adult nobody asked the age; of a child it is known, or nothing would tell that it is one. */
function ageOf(dice: Dice, child: boolean): number | null {
  if (child) return 11 + dice.below(7);
  return dice.chance(0.125) ? null : 19 + dice.below(30);
}
