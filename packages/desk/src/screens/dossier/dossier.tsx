import { addressText } from '../../address/address.ts';
import { useAddress } from '../../address/use-address.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useSitting } from '../../session/sitting.tsx';
import { Answered } from '../../ui/answered.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Go } from '../../ui/go.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Sign } from '../../ui/sign.tsx';
import { TakeAlong } from '../../ui/take-along.tsx';
import { useWords } from '../../words/words.tsx';
import { AgePanel } from './age.tsx';
import { CaseAssessmentPanel } from './assessment.tsx';
import { DossierFindings } from './dossier-findings.tsx';
import { DossierHits } from './dossier-hits.tsx';
import type { DossierOf } from './dossier-of.ts';
import { History } from './history.tsx';
import { Links } from './links.tsx';
import { Moments } from './moments.tsx';
import { OwnNetwork } from './own-network.tsx';
import { Places } from './places.tsx';
import { Records } from './records.tsx';
import { Statements } from './statements.tsx';
import { WhereAndWhen } from './where-and-when.tsx';
import { WhoMaySee } from './who-may-see.tsx';

/** All that somebody may see of one person or thing. */
export function Dossier() {
  const { say } = useWords();
  const { path } = useAddress();
  const entity = path[1] ?? '';
  const dossier = useAsked('readEntity', { parameters: { entity } });
  return (
    <Answered of={dossier} heading={say('dossier.title')}>
      {(shown) => <DossierPage key={shown.id} dossier={shown} />}
    </Answered>
  );
}

function DossierPage({ dossier }: { readonly dossier: DossierOf }) {
  const { say, name, span } = useWords();
  const { offered } = useSitting();
  const heads = [
    say('head.property'),
    say('head.value'),
    say('head.partner'),
    say('head.asWritten'),
    say('head.grade'),
    say('head.seen'),
    say('head.file'),
    say('head.row'),
  ];
  const rows = dossier.properties.flatMap(({ property, rows: values }) =>
    values.flatMap(({ value, sources }) =>
      sources.rows.map((source) => [
        name('property', property),
        value,
        source.partner,
        source.original,
        source.grade,
        span(source.firstSeen, source.lastSeen),
        source.file,
        source.row,
      ]),
    ),
  );
  const seen = span(dossier.firstSeen, dossier.lastSeen);
  return (
    <Screen
      title={dossier.type === 'advert' ? name('type', 'advert') : dossier.caption}
      lead={
        <span className="row wrap">
          <Chip>{name('type', dossier.type)}</Chip>
          <code>{dossier.id}</code>
          <span>{say('dossier.owners', { owners: dossier.owners.join(', ') })}</span>
          {seen !== '' && <span>{say('dossier.seen', { dates: seen })}</span>}
        </span>
      }
      actions={
        <>
          {!dossier.protected && (
            <Go to={addressText(['network', dossier.id])} className="button plain">
              <Sign of="network" /> {say('network.title')}
            </Go>
          )}
          <TakeAlong name={dossier.id} heads={heads} rows={rows} />
        </>
      }
    >
      <Alerts dossier={dossier} />
      <div className="dossier">
        <div className="stack">
          <Statements dossier={dossier} />
          <WhereAndWhen dossier={dossier} />
          {dossier.type === 'person' && !dossier.protected && <OwnNetwork entity={dossier.id} />}
          <Links dossier={dossier} />
          <Records dossier={dossier} />
        </div>
        <div className="stack">
          <WhoMaySee dossier={dossier} />
          {offered.hits && <DossierHits dossier={dossier} />}
          {dossier.type === 'person' && <AgePanel entity={dossier.id} />}
          {dossier.type === 'case' && <CaseAssessmentPanel entity={dossier.id} />}
          <DossierFindings dossier={dossier} />
          <Places dossier={dossier} />
          <Moments dossier={dossier} />
          <History dossier={dossier} />
        </div>
      </div>
    </Screen>
  );
}

/** What must be known before anything else is read. */
function Alerts({ dossier }: { readonly dossier: DossierOf }) {
  const { say } = useWords();
  const categories = dossier.label?.categories ?? [];
  const isBoth =
    categories.includes('victim') &&
    categories.some((category) => ['suspect', 'convicted', 'potential-offender'].includes(category));
  return (
    <>
      {dossier.protected && (
        <div className="notice info" role="note">
          <Sign of="shield" />
          <p>{say('dossier.protected')}</p>
        </div>
      )}
      {isBoth && (
        <div className="notice bad" role="note">
          <Sign of="alert" />
          <p>
            <strong>{say('dossier.nonPunishment')}</strong> {say('dossier.nonPunishment.words')}
          </p>
        </div>
      )}
    </>
  );
}
