import { useQueryClient } from '@tanstack/react-query';
import { addressText } from '../../address/address.ts';
import { call } from '../../api/call.ts';
import type { ItemOf } from '../../api/contract.ts';
import { usePages } from '../../api/use-asked.ts';
import { Answered } from '../../ui/answered.tsx';
import { More } from '../../ui/more.tsx';
import { PressButton } from '../../ui/press-button.tsx';
import { useWords } from '../../words/words.tsx';

type Notice = ItemOf<'listNotices'>;

/** What this person must be told and has not read. */
export function Notices() {
  const { say } = useWords();
  const { items, answer } = usePages('listNotices', { query: { unread: 'true', limit: 8 } });
  return (
    <>
      <Answered of={answer}>
        {() =>
          items.length === 0 ? (
            <p className="quiet">{say('today.notices.none')}</p>
          ) : (
            <ul className="lines">
              {alike(items).map((notices) => (
                <NoticeLine key={notices[0].id} notices={notices} />
              ))}
            </ul>
          )
        }
      </Answered>
      <More of={answer} />
    </>
  );
}

type Alike = readonly [Notice, ...Notice[]];

/** Those that say the same and lead to the same place are one line: the newest, and how many. */
function alike(notices: readonly Notice[]): readonly Alike[] {
  const groups = new Map<string, Alike>();
  for (const notice of notices) {
    const key = `${notice.kind} ${whereTo(notice) ?? ''}`;
    const [first, ...others] = groups.get(key) ?? [notice];
    groups.set(key, groups.has(key) ? [first, ...others, notice] : [first]);
  }
  return [...groups.values()];
}

function NoticeLine({ notices }: { readonly notices: Alike }) {
  const { say, name, moment } = useWords();
  const client = useQueryClient();
  const [newest] = notices;
  const read = async () => {
    await Promise.all(notices.map(({ id }) => call('readNotice', { parameters: { notice: id } })));
    await client.invalidateQueries({ queryKey: ['listNotices'] });
  };
  const to = whereTo(newest);
  const words = name('notice', newest.kind);
  return (
    <li className="notice-line">
      <span className="stack none">
        {to === undefined ? <span>{words}</span> : <a href={to}>{words}</a>}
        <span className="quiet small">
          {moment(newest.at)}
          {notices.length > 1 && ` · ${say('dossier.times', { count: notices.length })}`}
        </span>
      </span>
      <PressButton
        kind="bare"
        aria-label={`${say('today.notices.read')}: ${words}`}
        onPress={() => void read()}
      >
        {say('today.notices.read')}
      </PressButton>
    </li>
  );
}

/** The view that a notice is about, where the desk has one. */
function whereTo({ kind, about }: Notice): string | undefined {
  if (kind === 'hit-requested') return addressText(['hits', about], { side: 'asked' });
  if (kind.startsWith('hit-') || kind === 'consent-ended') return addressText(['hits', about]);
  if (kind.startsWith('hits-')) return addressText(['hits']);
  if (kind.startsWith('clock-')) return addressText(['governance'], { part: 'clocks' });
  if (kind.startsWith('break-glass-')) return addressText(['governance'], { part: 'break-glass' });
  if (kind.startsWith('necessity-')) return addressText(['governance'], { part: 'projects' });
  return undefined;
}
