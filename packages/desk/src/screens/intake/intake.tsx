import { addressText } from '../../address/address.ts';
import { useAddress } from '../../address/use-address.ts';
import { Go } from '../../ui/go.tsx';
import { Screen } from '../../ui/screen.tsx';
import { useWords } from '../../words/words.tsx';
import { ContributionPage } from './contribution-page.tsx';
import { HandIn } from './hand-in.tsx';
import { HandedIn } from './handed-in.tsx';

/** Handing in, and what came of what was handed in. */
export function Intake() {
  const { say } = useWords();
  const { path } = useAddress();
  const contribution = path[1];
  if (contribution !== undefined) return <ContributionPage key={contribution} id={contribution} />;
  return (
    <Screen
      title={say('intake.title')}
      lead={say('intake.lead')}
      actions={
        <Go to={addressText(['return'])} className="button plain">
          {say('return.title')}
        </Go>
      }
    >
      <div className="intake">
        <HandIn />
        <HandedIn />
      </div>
    </Screen>
  );
}
