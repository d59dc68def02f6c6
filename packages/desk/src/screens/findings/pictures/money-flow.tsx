import type { PictureOf } from '@clew/model/finding-picture.ts';
import { addressText } from '../../../address/address.ts';
import { Foreign } from '../../../ui/foreign.tsx';
import { Name } from '../../../ui/name.tsx';
import { Table } from '../../../ui/table.tsx';
import { useWords } from '../../../words/words.tsx';
import { type Bar, barWidth, flowBands } from './flow-bands.ts';
import { type PictureProps, pictureOf } from './picture.ts';

/** Pixels for a unit of height: a name and a sum stand between two bars. */
const fineness = 7;

/** Money from account to account: bands as high as what ran along them, and the same as a table. */
export function MoneyFlow({ finding }: PictureProps) {
  const { say, number, span } = useWords();
  const picture = pictureOf(finding, 'flow');
  if (picture === undefined) return null;
  const { bars, bands, height } = flowBands(picture);
  const steps = new Set(picture.nodes.map(({ step }) => step)).size;
  // Before the last step two words stand side by side.
  const room = 96 / Math.max(1, steps - 1);
  const labelWidth = (x: number) => (x > 99 - barWidth || x + room + 4 > 99 - barWidth ? room / 2 : room);
  const hasAmounts = picture.flows.some(({ amount }) => amount > 0);
  const named = (place: number) => {
    const { subject = null, words = null, accounts, places } = picture.nodes[place] ?? {};
    const several =
      accounts !== undefined
        ? say('picture.accounts', { count: accounts })
        : places === undefined
          ? undefined
          : say('picture.places', { count: places });
    return { entity: subject === null ? undefined : finding.subjects[subject], several, words: words ?? '' };
  };
  const money = (amount: number) =>
    `${number(amount, { maximumFractionDigits: 0 })} ${picture.currency ?? ''}`.trim();
  const amount = (flow: PictureOf<'flow'>['flows'][number]) =>
    flow.amount === 0 && picture.currency === null ? '–' : money(flow.amount);
  const sum = ({ sum: all }: Bar) => (hasAmounts ? money(all) : say('dossier.times', { count: all }));
  return (
    <div className="stack tight">
      <div
        className="flow-picture"
        role="img"
        aria-label={say('picture.flow', { count: bands.length })}
        style={{ height: height * fineness }}
      >
        <svg viewBox={`0 0 100 ${height}`} preserveAspectRatio="none" aria-hidden="true">
          {bands.map(({ flow, path }) => (
            <path key={`${flow.from} ${flow.to}`} className="picture-band" d={path} />
          ))}
          {bars.map(({ x, y, height: high }, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the nodes of a picture are known by their places
            <rect key={place} className="picture-bar" x={x} y={y} width={barWidth} height={high} />
          ))}
        </svg>
        {bars.map((bar, place) => {
          const { entity, several, words } = named(place);
          const isLast = bar.x > 99 - barWidth;
          return (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: the nodes of a picture are known by their places
              key={place}
              className={`flow-label ${isLast ? 'at-end' : ''}`}
              style={{
                top: (bar.y + bar.height / 2) * fineness,
                maxWidth: `${labelWidth(bar.x)}%`,
                ...(isLast ? { right: `${100 - bar.x}%` } : { left: `${bar.x + barWidth}%` }),
              }}
            >
              <strong>{entity?.caption ?? several ?? words}</strong>
              <span>{sum(bar)}</span>
            </span>
          );
        })}
      </div>
      <Table
        label={say('picture.flow', { count: bands.length })}
        heads={[
          say('picture.from'),
          say('picture.to'),
          say('picture.amount'),
          say('picture.times'),
          say('head.seen'),
        ]}
      >
        {picture.flows.map((flow) => (
          <tr key={`${flow.from} ${flow.to}`}>
            {[flow.from, flow.to].map((place) => (
              <td key={place}>
                <Node {...named(place)} />
              </td>
            ))}
            <td className="figure">{amount(flow)}</td>
            <td className="figure">{number(flow.times)}</td>
            <td>{span(flow.first, flow.last)}</td>
          </tr>
        ))}
      </Table>
    </div>
  );
}

interface NodeProps {
  /** What it stands for, counted. */
  readonly several: string | undefined;
  readonly entity: { readonly id: string; readonly caption: string } | undefined;
  readonly words: string;
}

function Node({ entity, several, words }: NodeProps) {
  if (entity === undefined && several !== undefined) return several;
  if (entity === undefined) return <Foreign>{words}</Foreign>;
  return (
    <a href={addressText(['entities', entity.id])}>
      <Name>{entity.caption}</Name>
    </a>
  );
}
