import { useSitting } from '../../session/sitting.tsx';
import { Panel } from '../../ui/panel.tsx';
import { TermsWords } from '../../ui/terms-words.tsx';
import { useWords } from '../../words/words.tsx';
import type { DossierOf } from './dossier-of.ts';

/** On which terms this may be used, and why this person sees it. */
export function WhoMaySee({ dossier }: { readonly dossier: DossierOf }) {
  const { say, name } = useWords();
  const { ground, person } = useSitting();
  const { label, termsParts, owners } = dossier;
  const isOwn = person.partner !== null && owners.length === 1 && owners[0] === person.partner;
  return (
    <Panel title={say('dossier.terms')}>
      <p>
        {isOwn
          ? say('dossier.why.own')
          : say('dossier.why', { purpose: name('purpose', ground?.purpose ?? '') })}
      </p>
      <p>{say('dossier.others', { owners: owners.join(', ') })}</p>
      {label !== null && (
        <dl className="facts no-print">
          <div>
            <dt>{say('terms.purposes')}</dt>
            <dd>{label.purposes.map((each) => name('purpose', each)).join(', ') || '–'}</dd>
          </div>
          <div>
            <dt>{say('terms.handling')}</dt>
            <dd>
              {label.handling.map((code) => (
                <span key={code} className="block">
                  <span className="grade">{code}</span> {name('handling', code)}
                </span>
              ))}
            </dd>
          </div>
          <div>
            <dt>{say('terms.categories')}</dt>
            <dd>
              {[
                ...label.categories.map((each) => name('category', each)),
                ...(label.minor ? [say('terms.minor')] : []),
              ].join(', ') || '–'}
            </dd>
          </div>
        </dl>
      )}
      <div className="print-only">
        <TermsWords parts={termsParts} />
      </div>
      <details className="no-print">
        <summary>{say('terms.inWords')}</summary>
        <TermsWords parts={termsParts} />
      </details>
    </Panel>
  );
}
