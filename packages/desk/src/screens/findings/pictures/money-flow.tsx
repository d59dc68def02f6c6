import type { PictureOf } from '@clew/model/finding-picture.ts';
import { addressText } from '../../../address/address.ts';
import { Foreign } from '../../../ui/foreign.tsx';
import { Name } from '../../../ui/name.tsx';
import { Table } from '../../../ui/table.tsx';
import { useWords } from '../../../words/words.tsx';
import { barWidth, flowBands } from './flow-bands.ts';
import { type PictureProps, pictureOf } from './picture.ts';

/** Money from account to account: bands as wide as what ran along them, and the same as a table. */
export function MoneyFlow({ finding }: PictureProps) {
  const { say, number, span } = useWords();
  const picture = pictureOf(finding, 'flow');
  if (picture === undefined) return null;
  const { bars, bands, height } = flowBands(picture);
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
  const amount = (flow: PictureOf<'flow'>['flows'][number]) =>
    flow.amount === 0 && picture.currency === null
      ? '–'
      : `${number(flow.amount, { maximumFractionDigits: 0 })} ${picture.currency ?? ''}`.trim();
  return (
    <div className="stack tight">
      <svg
        className="picture-drawing wide"
        viewBox={`0 0 100 ${height}`}
        role="img"
        aria-label={say('picture.flow', { count: bands.length })}
      >
        {bands.map(({ flow, path, width }) => (
          <path key={`${flow.from} ${flow.to}`} className="picture-band" d={path} strokeWidth={width} />
        ))}
        {bars.map(({ x, y, height: high }, place) => {
          const { entity, several, words } = named(place);
          const side = x === 0 ? 'at-start' : x > 99 - barWidth ? 'at-end' : 'between';
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the nodes of a picture are known by their places
            <g key={place}>
              <rect className="picture-bar" x={x} y={y} width={barWidth} height={high} />
              <text
                className={`picture-place ${side}`}
                x={side === 'at-start' ? x : side === 'at-end' ? x + barWidth : x + barWidth / 2}
                y={side === 'between' ? y + high + 3.5 : y - 1.5}
              >
                {entity?.caption ?? several ?? words}
              </text>
            </g>
          );
        })}
      </svg>
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
