import type { Section } from '../report-model.ts';

/** The words of whoever signs the report, or a form that says plainly that it is still to be filled. */
export function foreword(words: string | undefined): Section {
  const given = words?.trim();
  return {
    id: 'foreword',
    title: 'Foreword',
    blocks:
      given === undefined || given === ''
        ? [
            {
              kind: 'template',
              text: 'To be written by the head of the hub. Suggested: what the year was marked by; what partners gave and what came of it; one thing that did not work and what will change; thanks. Two or three paragraphs, no figures that are not in this report.',
            },
            { kind: 'template', text: '[Name of the signatory, function, place and date]' },
          ]
        : given
            .split(/\n\s*\n/)
            .map((text) => ({ kind: 'paragraph', text: [text.replace(/\s+/g, ' ').trim()] })),
  };
}
