import { roles } from '@clew/model/access/roles.ts';
import { outcomes, standings } from '@clew/model/exploitation/assess.ts';
import { dimensions, forms, indicators, weights } from '@clew/model/exploitation/indicators.ts';
import { noticeKinds } from '@clew/model/notices.ts';
import { crimeAreas } from '@clew/model/ontology/crime-areas.ts';
import { ontology } from '@clew/model/ontology/ontology.ts';
import { roles as personRoles } from '@clew/model/ontology/roles.ts';
import { problemCodes } from '@clew/model/problem.ts';
import { refusalCodes } from '@clew/model/refusal.ts';
import { purposes, subjectCategories } from '@clew/model/terms/codes.ts';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { localeFrom, type locales } from './locales.ts';
import ar from './messages/ar.json' with { type: 'json' };
import de from './messages/de.json' with { type: 'json' };
import en from './messages/en.json' with { type: 'json' };
import es from './messages/es.json' with { type: 'json' };
import fr from './messages/fr.json' with { type: 'json' };

const all: Readonly<Record<keyof typeof locales, Readonly<Record<string, string>>>> = { en, fr, de, es, ar };

describe.each(Object.entries(all))('the words of %s', (locale, messages) => {
  test('are there for every sentence, each once', () => {
    expect(Object.keys(messages)).toEqual(Object.keys(en));
    expect(Object.values(messages).filter((text) => text.trim() === '')).toEqual([]);
  });

  test('are ICU messages with the values that the English ones have', () => {
    for (const [id, text] of Object.entries(messages)) {
      const own = valuesOf(new IntlMessageFormat(text, locale).getAst());
      const meant = valuesOf(
        new IntlMessageFormat((en as Readonly<Record<string, string>>)[id] ?? '', 'en').getAst(),
      );
      expect(own, id).toEqual(meant);
    }
  });
});

test('what the hub knows by a code has a name', () => {
  const codes = [
    ...Object.keys(noticeKinds).map((kind) => `notice.${kind}`),
    ...Object.keys(roles).map((role) => `role.${role}`),
    ...Object.keys(purposes).map((purpose) => `purpose.${purpose}`),
    ...Object.keys(subjectCategories).map((category) => `category.${category}`),
    ...Object.keys(indicators).map((indicator) => `indicator.${indicator}`),
    ...Object.keys(dimensions).map((dimension) => `dimension.${dimension}`),
    ...Object.keys(outcomes).map((outcome) => `assessment.outcome.${outcome}`),
    ...Object.keys(standings).map((standing) => `assessment.standing.${standing}`),
    ...Object.keys(forms).map((form) => `assessment.form.${form}`),
    ...Object.keys(weights).map((weight) => `weight.${weight}`),
    ...Object.keys(refusalCodes).map((code) => `refusal.${code}`),
    ...Object.keys(problemCodes).flatMap((code) => [`problem.${code}`, `problem.advice.${code}`]),
    ...Object.keys(crimeAreas).map((area) => `crimeArea.${area}`),
    ...Object.keys(personRoles).map((role) => `personRole.${role}`),
    ...ontology.map(({ id }) => `type.${id}`),
    ...ontology.flatMap(({ properties }) =>
      Object.keys(properties).map((property) => `property.${property}`),
    ),
  ];
  expect(codes.filter((code) => !Object.hasOwn(en, code))).toEqual([]);
});

test('a language is found by its tag, and there is always one', () => {
  expect(localeFrom(['pt-BR', 'fr-CA', 'de'])).toBe('fr');
  expect(localeFrom(['AR-eg'])).toBe('ar');
  expect(localeFrom(['constructor'])).toBe('en');
  expect(localeFrom([])).toBe('en');
});

interface Part {
  readonly type: number;
  readonly value?: unknown;
  readonly options?: Readonly<Record<string, { readonly value: readonly Part[] }>>;
}

/** The names of the values of a message, sorted. A literal has type 0, the `#` of a plural type 7. */
function valuesOf(parts: readonly unknown[]): readonly string[] {
  const names = (parts as readonly Part[]).flatMap(({ type, value, options }) => [
    ...(type !== 0 && type !== 7 && typeof value === 'string' ? [value] : []),
    ...Object.values(options ?? {}).flatMap((option) => valuesOf(option.value)),
  ]);
  return [...new Set(names)].sort();
}
