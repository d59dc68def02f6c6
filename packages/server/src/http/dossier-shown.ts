import type { ListedFinding } from '@clew/engine/findings/list-findings.ts';
import type { Dossier, DossierLink, DossierMoment } from '@clew/engine/products/dossier/dossier.ts';
import type { Evidence } from '@clew/engine/products/dossier/read-evidence.ts';
import type { Whereabouts } from '@clew/engine/products/dossier/read-whereabouts.ts';
import { idText } from '@clew/model/ids.ts';
import { gradeInWords, labelInWords, labelParts } from '@clew/model/terms/in-words.ts';

/** A dossier with ids as people see them. */
export function dossierShown(dossier: Dossier) {
  const { entity, links, moments, records, findings, properties, hits: _, ...rest } = dossier;
  return {
    ...rest,
    id: idText(dossier.type, entity),
    terms: dossier.label === null ? [] : labelInWords(dossier.label),
    termsParts: dossier.label === null ? [] : labelParts(dossier.label),
    properties: properties.map(({ rows, ...property }) => ({
      ...property,
      rows: rows.map(({ corroboration, ...value }) => ({
        ...value,
        corroboration: { ...corroboration, words: gradeInWords(corroboration) },
      })),
    })),
    links: links.map(({ rows, ...each }) => ({
      ...each,
      rows: rows.map(linkShown),
    })),
    moments: {
      total: moments.total,
      rows: moments.rows.map(momentShown),
    },
    records: {
      total: records.total,
      rows: records.rows.map(({ subject, ...row }) => ({ ...row, subject: idText(dossier.type, subject) })),
    },
    findings: { total: findings.total, rows: findings.rows.map(findingShown) },
  };
}

/** A finding with ids as people see them. */
export function findingShown<F extends ListedFinding>({ finding, subjects, ...rest }: F) {
  return {
    ...rest,
    id: finding.toString(16).padStart(16, '0'),
    subjects: subjects.map(({ entity, ...subject }) => ({ ...subject, id: idText(subject.type, entity) })),
  };
}

/** Statements with ids as people see them. */
export function evidenceShown({ total, rows }: Evidence) {
  const items = rows.map(({ entity, other, otherType, ...row }) => ({
    ...row,
    id: idText(row.type, entity),
    other: other === null ? null : idText(otherType ?? '', other),
  }));
  return { total, items };
}

export function linkShown<L extends DossierLink>({
  other,
  otherType,
  otherCaption,
  otherProtected,
  ...row
}: L) {
  const id = idText(otherType, other);
  return { ...row, id, type: otherType, caption: otherCaption, protected: otherProtected };
}

/** What took part in an event says which one. */
export function momentShown<M extends Pick<DossierMoment, 'other' | 'otherType' | 'otherCaption'>>({
  other,
  otherType,
  otherCaption,
  ...row
}: M) {
  const type = otherType ?? 'record';
  const event = other === null ? null : { id: idText(type, other), type, caption: otherCaption ?? '' };
  return { ...row, other: event };
}

/** Whereabouts with ids as people see them. */
export function whereaboutsShown({ entity, moments, ...rest }: Whereabouts) {
  return {
    ...rest,
    id: idText(rest.type, entity),
    moments: { total: moments.total, rows: moments.rows.map(momentShown) },
  };
}
