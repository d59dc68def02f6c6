import type { PictureOf } from '@clew/model/finding-picture.ts';
import { addressText } from '../../../address/address.ts';
import { Name } from '../../../ui/name.tsx';
import { useWords } from '../../../words/words.tsx';
import type { FindingShown } from '../finding-shown.ts';
import { networkPlaces } from './network-places.ts';
import { type PictureProps, pictureOf } from './picture.ts';

/** What is shared in the middle, and around it the networks whose people it is tied to. */
export function BetweenNetworks({ finding }: PictureProps) {
  const picture = pictureOf(finding, 'network');
  if (picture === undefined) return null;
  return (
    <div className="lead-picture">
      <NetworkDrawing finding={finding} picture={picture} />
      <ol className="picture-list">
        {picture.groups.map((group, index) => (
          <GroupLine key={letterOf(index)} {...{ finding, picture, group, index }} />
        ))}
      </ol>
    </div>
  );
}

interface DrawingProps {
  readonly finding: FindingShown;
  readonly picture: PictureOf<'network'>;
}

function NetworkDrawing({ finding, picture }: DrawingProps) {
  const { say } = useWords();
  const { nodes, groups } = networkPlaces(picture);
  const caption = (place: number) => finding.subjects[picture.nodes[place]?.subject ?? 0]?.caption ?? '';
  return (
    <svg
      className="picture-drawing"
      viewBox="-52 -52 104 104"
      role="img"
      aria-label={say('picture.betweenNetworks', { count: groups.length })}
    >
      {groups.map(({ x, y, radius }, index) => (
        <g key={letterOf(index)}>
          <circle className="picture-group" cx={x} cy={y} r={radius} />
          <text className="picture-letter" x={x * 1.02} y={y < 0 ? y - radius - 1.5 : y + radius + 4.5}>
            {letterOf(index)}
          </text>
        </g>
      ))}
      {picture.ties.map(({ from, to }) => (
        <line
          key={`${from} ${to}`}
          className="picture-tie"
          x1={nodes[from]?.x}
          y1={nodes[from]?.y}
          x2={nodes[to]?.x}
          y2={nodes[to]?.y}
        />
      ))}
      {nodes.map(({ x, y }, place) => (
        <circle
          key={picture.nodes[place]?.subject}
          className={picture.nodes[place]?.group === null ? 'picture-middle' : 'picture-node'}
          cx={x}
          cy={y}
          r={picture.nodes[place]?.group === null ? 4 : 1.4}
        >
          <title>{caption(place)}</title>
        </circle>
      ))}
    </svg>
  );
}

interface GroupLineProps extends DrawingProps {
  readonly group: PictureOf<'network'>['groups'][number];
  readonly index: number;
}

function GroupLine({ finding, picture, group, index }: GroupLineProps) {
  const { say, name, number } = useWords();
  const people = picture.nodes.filter((node) => node.group === index);
  return (
    <li className="stack none">
      <strong>
        {letterOf(index)}{' '}
        {group.members === null
          ? say('picture.ofArea', { linked: number(group.linked) })
          : say('picture.ofNetwork', { linked: number(group.linked), members: number(group.members) })}
      </strong>
      <span className="quiet small">{group.areas.map((area) => name('area', area)).join(' · ')}</span>
      {group.loss !== undefined && (
        <span className="small">{say('picture.loss', { linked: group.linked, ...group.loss })}</span>
      )}
      <span className="small">
        {people.map(({ subject }, place) => {
          const person = finding.subjects[subject];
          return person === undefined ? null : (
            <span key={person.id}>
              {place > 0 && ' · '}
              <a href={addressText(['entities', person.id])}>
                <Name>{person.caption}</Name>
              </a>
            </span>
          );
        })}
        {group.linked > people.length && ` · ${say('picture.more', { count: group.linked - people.length })}`}
      </span>
    </li>
  );
}

/** A, B, C … and after Z numbers. */
function letterOf(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : String(index + 1);
}
