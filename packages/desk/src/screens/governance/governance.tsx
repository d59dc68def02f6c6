import { show, useAddress } from '../../address/use-address.ts';
import { useSitting } from '../../session/sitting.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Segments } from '../../ui/segments.tsx';
import { useWords } from '../../words/words.tsx';
import { AuditLog } from './audit-log.tsx';
import { Clocks } from './clocks.tsx';
import { People } from './people.tsx';

/** What the law makes due, what was done, and who works here: each for those whose role it is. */
export function Governance() {
  const { say } = useWords();
  const { offered } = useSitting();
  const { query } = useAddress();
  const parts = [
    ...(offered.clocks ? [{ id: 'clocks', title: say('clocks.title'), shown: <Clocks /> }] : []),
    ...(offered.audit ? [{ id: 'audit', title: say('audit.title'), shown: <AuditLog /> }] : []),
    ...(offered.people ? [{ id: 'people', title: say('people.title'), shown: <People /> }] : []),
  ];
  const part = parts.find(({ id }) => id === query.part) ?? parts[0];
  return (
    <Screen title={say('governance.title')} lead={say('governance.lead')}>
      {parts.length > 1 && (
        <div className="row no-print">
          <Segments
            label={say('governance.title')}
            value={part?.id ?? ''}
            onChange={(id) => show({ part: id })}
            options={parts}
          />
        </div>
      )}
      {part?.shown}
    </Screen>
  );
}
