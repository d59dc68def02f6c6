import { useSitting } from '../session/sitting.tsx';
import { useWords } from '../words/words.tsx';

/** Who takes something along, what for, when, and what that binds to: said anew each time. */
export function useTakenOn(): () => string {
  const { say, name, moment } = useWords();
  const { person, ground } = useSitting();
  return () => {
    const at = moment(new Date().toISOString());
    const { person: who } = person;
    if (ground === null) return say('take.printed.noPurpose', { person: who, at });
    const project = ground.project === null ? '' : ` (${ground.project})`;
    return say('take.printed', { person: who, purpose: name('purpose', ground.purpose) + project, at });
  };
}
