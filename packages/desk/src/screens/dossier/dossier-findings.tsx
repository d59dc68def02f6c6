import { addressText } from '../../address/address.ts';
import { Panel } from '../../ui/panel.tsx';
import { ReasonSentence } from '../../ui/reason-words.tsx';
import { useWords } from '../../words/words.tsx';
import type { DossierOf } from './dossier-of.ts';

/** Leads that it has a part in. */
export function DossierFindings({ dossier }: { readonly dossier: DossierOf }) {
  const { say, name } = useWords();
  if (dossier.findings.total === 0) return null;
  return (
    <Panel title={say('findings.title')} aside={dossier.findings.total}>
      <ul className="lines">
        {dossier.findings.rows.map((finding) => (
          <li key={finding.id}>
            <a href={addressText(['findings', finding.id])} className="line-link">
              <span className="stack none">
                <span>{name('finding', finding.kind)}</span>
                <span className="quiet small">
                  <ReasonSentence finding={finding} index={0} />
                </span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
