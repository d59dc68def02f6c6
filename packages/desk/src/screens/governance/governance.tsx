import { show, useAddress } from '../../address/use-address.ts';
import { useSitting } from '../../session/sitting.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Segments } from '../../ui/segments.tsx';
import { useWords } from '../../words/words.tsx';
import { AuditLog } from './audit-log.tsx';
import { BreakGlass } from './break-glass.tsx';
import { Clocks } from './clocks.tsx';
import { Erasures } from './erasures.tsx';
import { Partners } from './partners.tsx';
import { People } from './people.tsx';
import { Projects } from './projects.tsx';
import { Systems } from './systems.tsx';
import { Terms } from './terms.tsx';

/** What the law makes due, what was done, and who works here: each for those whose role it is. */
export function Governance() {
  const { say } = useWords();
  const { offered } = useSitting();
  const { query } = useAddress();
  const parts = [
    ...(offered.clocks ? [{ id: 'clocks', title: say('clocks.title'), shown: <Clocks /> }] : []),
    ...(offered.asksBreakGlass || offered.answersBreakGlass
      ? [{ id: 'break-glass', title: say('glass.title'), shown: <BreakGlass /> }]
      : []),
    ...(offered.projects ? [{ id: 'projects', title: say('projects.title'), shown: <Projects /> }] : []),
    ...(offered.partners ? [{ id: 'partners', title: say('partners.title'), shown: <Partners /> }] : []),
    ...(offered.people ? [{ id: 'people', title: say('people.title'), shown: <People /> }] : []),
    ...(offered.managesPeople ? [{ id: 'systems', title: say('systems.title'), shown: <Systems /> }] : []),
    ...(offered.terms ? [{ id: 'terms', title: say('terms.title'), shown: <Terms /> }] : []),
    ...(offered.erasures ? [{ id: 'erasures', title: say('erasures.title'), shown: <Erasures /> }] : []),
    ...(offered.audit ? [{ id: 'audit', title: say('audit.title'), shown: <AuditLog /> }] : []),
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
