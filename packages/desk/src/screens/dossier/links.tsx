import { addressText } from '../../address/address.ts';
import { calledPlainly as called } from '../../ui/called.ts';
import { Caption } from '../../ui/caption.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Empty } from '../../ui/empty.tsx';
import { LinkEvidence } from '../../ui/link-evidence.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SheetButton } from '../../ui/sheet-button.tsx';
import { Table } from '../../ui/table.tsx';
import { useWords } from '../../words/words.tsx';
import type { DossierOf } from './dossier-of.ts';

/** What it is linked to, by kind, the best evidenced first. */
export function Links({ dossier }: { readonly dossier: DossierOf }) {
  const { say, name, number, span } = useWords();
  const { links, withheld } = dossier;
  const total = links.reduce((sum, each) => sum + each.total, 0);
  return (
    <Panel title={say('dossier.links')} aside={number(total)}>
      {links.length === 0 && <Empty title={say('dossier.links.none')} />}
      {links.map((group) => {
        const title = name('link', group.kind);
        return (
          <div key={`${group.kind} ${group.direction}`} className="stack tight">
            <h3 className="row">
              {title} <span className="quiet">{name('direction', group.direction)}</span>
              <span className="quiet small end">{number(group.total)}</span>
            </h3>
            <Table
              label={title}
              heads={[
                say('head.linked'),
                say('head.type'),
                say('head.statements'),
                say('head.owners'),
                say('head.seen'),
              ]}
            >
              {group.rows.map((link) => (
                <tr key={link.id}>
                  <td>
                    <a href={addressText(['entities', link.id])}>
                      <Caption type={link.type}>{link.caption}</Caption>
                    </a>
                  </td>
                  <td>
                    <Chip>{name('type', link.type)}</Chip>
                  </td>
                  <td className="figure">
                    <SheetButton
                      kind="bare"
                      title={say('link.evidence', { one: called(dossier), other: called(link) })}
                      words={number(link.statements)}
                      label={say('link.evidence.of', { count: link.statements, other: called(link) })}
                    >
                      {() => <LinkEvidence one={dossier.id} other={link.id} />}
                    </SheetButton>
                  </td>
                  <td>{link.owners.join(', ')}</td>
                  <td>{span(link.firstSeen, link.lastSeen)}</td>
                </tr>
              ))}
            </Table>
          </div>
        );
      })}
      {withheld.links > 0 && (
        <p className="quiet small">
          {say('dossier.withheld', { count: withheld.links, number: number(withheld.links) })}
        </p>
      )}
    </Panel>
  );
}
