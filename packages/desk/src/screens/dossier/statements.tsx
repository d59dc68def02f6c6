import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { addressText } from '../../address/address.ts';
import { useSitting } from '../../session/sitting.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Covered, isCovered } from '../../ui/covered.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Name } from '../../ui/name.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Sign } from '../../ui/sign.tsx';
import { Table } from '../../ui/table.tsx';
import { isSameSpelling } from '../../words/same-spelling.ts';
import { valueMeaning } from '../../words/value-meaning.ts';
import { useWords } from '../../words/words.tsx';
import type { DossierOf } from './dossier-of.ts';

type Property = DossierOf['properties'][number];
type Value = Property['rows'][number];

/** What is stated, grouped by property; each value with who says so. */
export function Statements({ dossier }: { readonly dossier: DossierOf }) {
  const { say, number } = useWords();
  const { properties, withheld } = dossier;
  const conflicts = properties.filter(({ conflict }) => conflict).length;
  return (
    <Panel
      title={say('dossier.statements')}
      {...(conflicts > 0
        ? { aside: <Chip tone="warn">⚠ {say('dossier.conflicts', { count: conflicts })}</Chip> }
        : {})}
    >
      {properties.length === 0 && <Empty title={say('dossier.nothing')} />}
      <div className="properties">
        {properties.map((property) => (
          <PropertyRows key={property.property} type={dossier.type} property={property} />
        ))}
      </div>
      {withheld.statements > 0 && (
        <p className="quiet small">
          {say('dossier.withheld', { count: withheld.statements, number: number(withheld.statements) })}
        </p>
      )}
    </Panel>
  );
}

interface PropertyRowsProps {
  readonly type: string;
  readonly property: Property;
}

function PropertyRows({ type, property }: PropertyRowsProps) {
  const { say, name, number } = useWords();
  const more = property.total - property.rows.length;
  const values = (
    <ul className="values">
      {property.rows.map((value) => (
        <ValueRow key={value.value} property={property.property} value={value} />
      ))}
    </ul>
  );
  return (
    <div className="property">
      <h3>
        {name('property', property.property)}
        {property.conflict && (
          <span className="conflict">
            <Sign of="alert" /> {say('dossier.conflict')}
          </span>
        )}
      </h3>
      {isCovered(type, property.property) ? <Covered>{values}</Covered> : values}
      {more > 0 && (
        <p className="quiet small">{say('dossier.more', { count: more, number: number(more) })}</p>
      )}
    </div>
  );
}

function ValueRow({ property, value }: { readonly property: string; readonly value: Value }) {
  const words = useWords();
  const { say, name, number } = words;
  const { corroboration } = value;
  const gradeWords = `${name('grade.source', corroboration.source)} · ${name('grade.information', corroboration.information)}`;
  const shown = value.original === '' ? value.value : value.original;
  const meaning = valueMeaning({ property, value: value.value }, words) ?? value.value;
  return (
    <li>
      <Disclosure className="value">
        <Heading level={4} className="value-head">
          <Button slot="trigger" className="value-button">
            <span className="caret" aria-hidden="true" />
            <strong>
              <Name>{shown}</Name>
            </strong>
            {!isSameSpelling(shown, meaning) && (
              <span className="quiet small">
                <Name>{meaning}</Name>
              </span>
            )}
            <span className="end row">
              <span className="grade" title={gradeWords}>
                {corroboration.source}
                {corroboration.information}
              </span>
              <span className="quiet small">
                {say('dossier.sources', { count: value.sources.total, number: number(value.sources.total) })}
              </span>
            </span>
          </Button>
        </Heading>
        <DisclosurePanel className="value-sources">
          <p className="small quiet">
            {say('dossier.independent', { count: corroboration.independent })} {gradeWords}
          </p>
          <Sources value={value} />
        </DisclosurePanel>
      </Disclosure>
    </li>
  );
}

function Sources({ value }: { readonly value: Value }) {
  const { say, span, number } = useWords();
  const { person } = useSitting();
  const more = value.sources.total - value.sources.rows.length;
  return (
    <>
      <Table
        label={say('dossier.sourcesOf')}
        heads={[
          say('head.partner'),
          say('head.asWritten'),
          say('head.grade'),
          say('head.seen'),
          say('head.row'),
        ]}
      >
        {value.sources.rows.map((source) => (
          <tr key={`${source.contribution} ${source.row} ${source.original}`}>
            <td>{source.partner}</td>
            <td>
              <Name>{source.original}</Name>
            </td>
            <td>
              <span className="grade">{source.grade}</span>
            </td>
            <td>{span(source.firstSeen, source.lastSeen)}</td>
            <td>
              {source.partner === person.partner ? (
                <a href={addressText(['intake', source.contribution])}>
                  <Name>{source.file}</Name>
                </a>
              ) : (
                <Name>{source.file}</Name>
              )}{' '}
              <span className="quiet">{number(source.row)}</span>
            </td>
          </tr>
        ))}
      </Table>
      {more > 0 && (
        <p className="quiet small">{say('dossier.more', { count: more, number: number(more) })}</p>
      )}
    </>
  );
}
