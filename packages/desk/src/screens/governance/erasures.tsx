import { useState } from 'react';
import type { ItemOf } from '../../api/contract.ts';
import { usePages } from '../../api/use-asked.ts';
import { Listed } from '../../ui/listed.tsx';
import { Name } from '../../ui/name.tsx';
import { PressButton } from '../../ui/press-button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { SheetButton } from '../../ui/sheet-button.tsx';
import { Table } from '../../ui/table.tsx';
import { useWords } from '../../words/words.tsx';
import { ErasureOrder } from './erasure-order.tsx';

type Certificate = ItemOf<'listErasures'>;

/** What was erased, each with the certificate that proves it. */
export function Erasures() {
  const { say, name, moment } = useWords();
  const { items, answer } = usePages('listErasures', { query: { limit: 100 } });
  const [shown, setShown] = useState<Certificate | null>(null);
  return (
    <div className="stack">
      <div className="row no-print">
        <SheetButton title={say('erasures.order')} kind="danger">
          {(close) => <ErasureOrder onDone={close} />}
        </SheetButton>
      </div>
      <Listed
        answer={answer}
        items={items}
        none={{ title: say('erasures.none'), words: say('erasures.none.words') }}
        label={say('erasures.title')}
        heads={[
          say('head.contribution'),
          say('head.owners'),
          say('erasures.ground'),
          say('erasures.orderedBy'),
          say('erasures.completed'),
          say('erasures.certificate'),
        ]}
      >
        {(each) => (
          <tr key={each.contribution}>
            <td>
              <code>{each.contribution}</code>
            </td>
            <td>{each.owner}</td>
            <td>{name('erasure', each.ground)}</td>
            <td>{each.orderedBy}</td>
            <td>{moment(each.completedAt)}</td>
            <td>
              <PressButton onPress={() => setShown(each)}>{say('erasures.show')}</PressButton>
            </td>
          </tr>
        )}
      </Listed>
      <Sheet
        title={say('erasures.certificate')}
        isOpen={shown !== null}
        onOpenChange={(isOpen) => {
          if (!isOpen) setShown(null);
        }}
      >
        {shown !== null && <CertificateShown certificate={shown} />}
      </Sheet>
    </div>
  );
}

function CertificateShown({ certificate }: { readonly certificate: Certificate }) {
  const { say, name, moment, number } = useWords();
  const facts: readonly (readonly [string, string])[] = [
    [say('head.contribution'), certificate.contribution],
    [say('head.owners'), certificate.owner],
    [say('erasures.received'), moment(certificate.receivedAt)],
    [say('erasures.ground'), name('erasure', certificate.ground)],
    [say('erasures.law'), certificate.law],
    [say('review.reason'), certificate.reason],
    [say('erasures.orderedBy'), `${certificate.orderedBy}, ${moment(certificate.orderedAt)}`],
    [say('erasures.completed'), moment(certificate.completedAt)],
    [say('erasures.bytes'), number(certificate.bytes)],
    ['SHA-256', certificate.sha256],
    [say('erasures.told'), [...certificate.noticesTo, ...certificate.tellOutside].join(', ') || '–'],
  ];
  return (
    <>
      <p>{say('erasures.proof')}</p>
      <dl className="facts certificate">
        {facts.map(([title, words]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd className="breaks">
              <Name>{words}</Name>
            </dd>
          </div>
        ))}
      </dl>
      {certificate.removed.folders.length > 0 && (
        <Table
          label={say('erasures.removed')}
          heads={[say('erasures.removed'), say('erasures.files'), say('erasures.bytes')]}
        >
          {certificate.removed.folders.map(({ folder, files, bytes }) => (
            <tr key={folder}>
              <td className="breaks">
                <code>{folder}</code>
              </td>
              <td className="figure">{number(files)}</td>
              <td className="figure">{number(bytes)}</td>
            </tr>
          ))}
        </Table>
      )}
      <div className="row no-print">
        <a
          className="button plain"
          download={`erasure-${certificate.contribution}.json`}
          href={`data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(certificate, null, 2))}`}
        >
          {say('erasures.take')}
        </a>
      </div>
    </>
  );
}
