import { addressText } from '../../address/address.ts';
import { Refused } from '../../api/call.ts';
import type { AnswerOf } from '../../api/contract.ts';
import { useAsked } from '../../api/use-asked.ts';
import { Answered } from '../../ui/answered.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Name } from '../../ui/name.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Table } from '../../ui/table.tsx';
import { useWords } from '../../words/words.tsx';

type Described = AnswerOf<'describeNetwork'>;

/** So many people are told of; the network itself shows all. */
const mostMembers = 12;

/** The network that somebody belongs to: who is in it, what binds them, how it changed. Nothing where there is none. */
export function OwnNetwork({ entity }: { readonly entity: string }) {
  const { say } = useWords();
  const described = useAsked('describeNetwork', { parameters: { entity } });
  if (described.error instanceof Refused && described.error.code === 'not-found') return null;
  return (
    <Panel title={say('ownNetwork.title')}>
      <Answered of={described} lines={4}>
        {(network) => (
          <div className="stack">
            <Summary network={network} />
            <Members network={network} self={entity} />
            {network.phases.length > 1 && <Phases network={network} />}
            <p className="quiet small">{say('ownNetwork.caution')}</p>
          </div>
        )}
      </Answered>
    </Panel>
  );
}

function Summary({ network }: { readonly network: Described }) {
  const { say, name, number } = useWords();
  const { members, communities, density, crimeAreas, layers } = network;
  return (
    <>
      <p>
        {say('ownNetwork.lead', {
          people: members.length,
          communities,
          density: number(density, { style: 'percent' }),
        })}{' '}
        {crimeAreas.map((area) => name('crimeArea', area)).join(', ')}
      </p>
      <p className="row wrap">
        <span className="quiet small">{say('ownNetwork.layers')}</span>
        {layers.map(({ layer, ties }) => (
          <Chip key={layer}>
            {layer === 'person' ? say('ownNetwork.close') : name('type', layer)} {number(ties)}
          </Chip>
        ))}
      </p>
    </>
  );
}

interface MembersProps {
  readonly network: Described;
  readonly self: string;
}

function Members({ network: { members, communities }, self }: MembersProps) {
  const { say, name, number, span } = useWords();
  const percent = (share: number) => number(share, { style: 'percent' });
  return (
    <>
      <Table
        label={say('ownNetwork.members')}
        heads={[
          say('head.name'),
          say('ownNetwork.stated'),
          ...(communities > 1 ? [say('ownNetwork.community')] : []),
          say('ownNetwork.between'),
          say('head.seen'),
        ]}
      >
        {members.slice(0, mostMembers).map(({ id, caption, stated, standing, firstSeen, lastSeen }) => (
          <tr key={id}>
            <td>
              <a
                href={addressText(['entities', id])}
                {...(id === self ? { 'aria-current': 'true' as const } : {})}
              >
                <Name>{caption}</Name>
              </a>
            </td>
            <td>{stated.map((role) => name('personRole', role)).join(', ')}</td>
            {communities > 1 && (
              <td className="figure">
                {standing !== null &&
                  say('ownNetwork.stable', {
                    community: standing.community,
                    stability: percent(standing.stability),
                  })}
              </td>
            )}
            <td className="figure">{standing === null ? '–' : percent(standing.broker)}</td>
            <td>{span(firstSeen, lastSeen)}</td>
          </tr>
        ))}
      </Table>
      {members.length > mostMembers && (
        <p className="quiet small">
          <a href={addressText(['network', self])}>
            {say('ownNetwork.more', { count: members.length - mostMembers })}
          </a>
        </p>
      )}
    </>
  );
}

function Phases({ network: { phases, members } }: { readonly network: Described }) {
  const { say, number, span } = useWords();
  const names = new Map(members.map(({ id, caption }) => [id, caption]));
  return (
    <Table
      label={say('ownNetwork.phases')}
      heads={[
        say('ownNetwork.phases'),
        say('ownNetwork.people'),
        say('ownNetwork.joined'),
        say('ownNetwork.left'),
        say('ownNetwork.between'),
      ]}
    >
      {phases.map(({ from, until, people, joined, left, between }) => (
        <tr key={from}>
          <td>{span(from, until)}</td>
          <td className="figure">{number(people)}</td>
          <td className="figure">{number(joined)}</td>
          <td className="figure">{number(left)}</td>
          <td>
            <Name>{between.map((id) => names.get(id) ?? '').join(', ')}</Name>
          </td>
        </tr>
      ))}
    </Table>
  );
}
