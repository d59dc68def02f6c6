import { addressText } from '../../address/address.ts';
import { useAsked } from '../../api/use-asked.ts';
import { Answered } from '../../ui/answered.tsx';
import { Figures } from '../../ui/figures.tsx';
import { Foreign } from '../../ui/foreign.tsx';
import { Go } from '../../ui/go.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PressButton } from '../../ui/press-button.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Sign } from '../../ui/sign.tsx';
import { TermsWords } from '../../ui/terms-words.tsx';
import { useWords } from '../../words/words.tsx';
import type { ContributionShown } from './contribution-shown.ts';
import { MappingPanel } from './mapping-panel.tsx';
import { Problems } from './problems.tsx';
import { Rows } from './rows.tsx';

/** What came of one file: the receipt, how it is read, and what is wrong in it. */
export function ContributionPage({ id }: { readonly id: string }) {
  const { say } = useWords();
  const contribution = useAsked('readContribution', { parameters: { contribution: id } });
  return (
    <Answered of={contribution} heading={say('intake.receipt')}>
      {(shown) => <Receipt shown={shown} />}
    </Answered>
  );
}

function Receipt({ shown }: { readonly shown: ContributionShown }) {
  const { say, moment } = useWords();
  const { counts } = shown;
  return (
    <Screen
      title={shown.fileName}
      lead={say('intake.received', { at: moment(shown.receivedAt) })}
      actions={
        <>
          <Go to={addressText(['intake'])} className="button plain">
            {say('intake.all')}
          </Go>
          <PressButton onPress={() => window.print()}>{say('intake.receipt.print')}</PressButton>
        </>
      }
    >
      {shown.setAside !== null && (
        <div className="notice bad" role="note">
          <Sign of="alert" />
          <p>
            <strong>{say('intake.setAside')}.</strong> <Foreign>{shown.setAside.reason}</Foreign>
          </p>
        </div>
      )}
      {counts !== null && (
        <Figures
          figures={[
            { words: say('intake.rows'), value: counts.rows },
            { words: say('intake.stated'), value: counts.stated },
            { words: say('intake.refused'), value: counts.refused },
            { words: say('intake.problemsTitle'), value: counts.problems },
            { words: say('intake.quarantined'), value: counts.quarantined },
          ]}
        />
      )}
      <div className="dossier">
        <div className="stack">
          {counts !== null && counts.problems > 0 && <Problems contribution={shown.id} />}
          <MappingPanel shown={shown} />
          <Rows contribution={shown.id} />
        </div>
        <div className="stack">
          <Panel title={say('intake.receipt')}>
            <dl className="facts">
              <div>
                <dt>{say('intake.number')}</dt>
                <dd>
                  <code>{shown.id}</code>
                </dd>
              </div>
              <div>
                <dt>SHA-256</dt>
                <dd className="breaks">
                  <code>{shown.sha256}</code>
                </dd>
              </div>
              <div>
                <dt>{say('terms.title')}</dt>
                <dd>
                  <TermsWords parts={shown.termsParts} />
                </dd>
              </div>
            </dl>
          </Panel>
        </div>
      </div>
    </Screen>
  );
}
