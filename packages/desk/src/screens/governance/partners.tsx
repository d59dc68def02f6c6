import { call } from '../../api/call.ts';
import { usePages } from '../../api/use-asked.ts';
import { Field } from '../../ui/field.tsx';
import { KeptForm } from '../../ui/kept-form.tsx';
import { Listed } from '../../ui/listed.tsx';
import { Name } from '../../ui/name.tsx';
import { SheetButton } from '../../ui/sheet-button.tsx';
import { countryName } from '../../words/country-name.ts';
import { useWords } from '../../words/words.tsx';

/** Who takes part in the hub. */
export function Partners() {
  const { say, locale } = useWords();
  const { items, answer } = usePages('listPartners', { query: { limit: 200 } });
  return (
    <div className="stack">
      <div className="row no-print">
        <SheetButton title={say('partners.register')}>{(close) => <NewPartner onDone={close} />}</SheetButton>
      </div>
      <Listed
        answer={answer}
        items={items}
        none={{ title: say('partners.none') }}
        label={say('partners.title')}
        heads={[say('partners.id'), say('head.name'), say('partners.country'), say('partners.contact')]}
      >
        {(partner) => (
          <tr key={partner.id}>
            <td>
              <code>{partner.id}</code>
            </td>
            <td>
              <Name>{partner.title}</Name>
            </td>
            <td>
              {partner.country === null
                ? say('partners.international')
                : countryName(locale, partner.country)}
            </td>
            <td>
              <Name>{partner.contact}</Name>
            </td>
          </tr>
        )}
      </Listed>
    </div>
  );
}

function NewPartner({ onDone }: { readonly onDone: () => void }) {
  const { say } = useWords();
  return (
    <KeptForm
      onDone={onDone}
      keep={(field) =>
        call('registerPartner', {
          body: {
            id: field('id'),
            title: field('title'),
            country: field('country') === '' ? null : field('country').toUpperCase(),
            contact: field('contact'),
          },
        })
      }
    >
      <Field name="id" label={say('partners.id')} words={say('governance.slug')} isRequired autoFocus />
      <Field name="title" label={say('head.name')} isRequired />
      <Field
        name="country"
        label={say('partners.country')}
        words={say('partners.country.words')}
        maxLength={2}
      />
      <Field
        name="contact"
        label={say('partners.contact')}
        words={say('partners.contact.words')}
        isRequired
      />
    </KeptForm>
  );
}
