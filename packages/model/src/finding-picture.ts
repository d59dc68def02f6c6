import { z } from 'zod';

// In: what a detector shows of a finding beside its sentences. Out: figures that a page draws, and nothing drawn.
// Invariant: people and things are given by their place among the finding's subjects, so no name is kept here and
// nobody is in a picture who is not a subject. Every list is bounded, and says what it leaves out.

/** The most people and things in one picture: more cannot be told apart. */
export const mostNodes = 80;

const count = z.number().int().nonnegative();
const subject = count.describe('Place among the subjects of the finding, from 0');
const subjectOrNone = subject.nullable();
const day = z.iso.date();

const network = z
  .object({
    kind: z.literal('network'),
    groups: z
      .array(
        z.object({
          areas: z.array(z.string()).describe('Its crime areas'),
          members: count.nullable().describe('How many belong to it, linked or not; null: it is no network'),
          linked: count.describe('How many of it are among the subjects, shown or not'),
          loss: z
            .object({
              unserved: count.describe(
                'How many of those linked no other shared provider of the kind reaches',
              ),
              others: count.describe('How many other shared providers of the kind its people have'),
            })
            .optional()
            .describe('What it would lose if what is in the middle stopped; absent where that is not told'),
        }),
      )
      .max(mostNodes),
    nodes: z
      .array(z.object({ subject, group: count.nullable().describe('Place among the groups') }))
      .max(mostNodes),
    ties: z
      .array(z.object({ from: count, to: count }))
      .max(4 * mostNodes)
      .describe('Between nodes, by their places'),
  })
  .describe('Who is tied to whom, in groups');

const template = z
  .object({
    kind: z.literal('template'),
    adverts: count,
    parts: z
      .array(z.union([z.object({ text: z.string() }), z.object({ slot: count })]))
      .max(400)
      .describe('What all of them say, and between it the slots where each says something else'),
    slots: z
      .array(
        z.object({
          what: z.string().nullable().describe('What it holds, as far as it can be told: price, name, phone'),
          values: z.array(z.object({ value: z.string(), times: count })).max(20),
          more: count.describe('How many further values'),
        }),
      )
      .max(100),
  })
  .describe('One text behind many adverts. A page does not show it before somebody asks for it');

const circuit = z
  .object({
    kind: z.literal('circuit'),
    stops: z
      .array(
        z.object({
          place: z.string(),
          country: z.string().nullable(),
          latitude: z.number().nullable(),
          longitude: z.number().nullable(),
          from: day,
          until: day,
          times: count.describe('How often there in that time'),
          subject: subjectOrNone,
        }),
      )
      .max(400)
      .describe('In the order of time'),
    more: count.describe('How many further stops'),
  })
  .describe('Places after one another, for a map and a calendar');

const flow = z
  .object({
    kind: z.literal('flow'),
    currency: z.string().nullable(),
    nodes: z
      .array(
        z.object({
          subject: subjectOrNone,
          words: z.string().nullable(),
          accounts: count.optional().describe('How many accounts it stands for, none of which is shown'),
          places: count.optional().describe('How many places it stands for'),
          step: count,
        }),
      )
      .max(mostNodes)
      .describe('Accounts, or several together; the money runs from step to step'),
    flows: z
      .array(
        z.object({
          from: count,
          to: count,
          amount: z.number().nonnegative(),
          times: count,
          first: day.nullable(),
          last: day.nullable(),
        }),
      )
      .max(4 * mostNodes)
      .describe('Between nodes, by their places'),
  })
  .describe('Money from account to account');

const series = z
  .object({
    kind: z.literal('series'),
    what: z.string().describe('What is counted'),
    points: z
      .array(
        z.object({
          at: day,
          value: z.number(),
          expected: z.number().nullable(),
          low: z.number().nullable(),
          high: z.number().nullable(),
        }),
      )
      .max(1000),
    marks: z.array(z.object({ from: day, until: day, words: z.string() })).max(20),
  })
  .describe('Counts over time, beside what would be expected');

const contacts = z
  .object({
    kind: z.literal('contacts'),
    stages: z.array(z.string()).max(20).describe('What was asked for or proposed, in the order to show it'),
    conversations: z
      .array(
        z.object({
          first: day.nullable(),
          last: day.nullable(),
          messages: count.describe('Of the adult’s account'),
          asked: z
            .array(
              z.object({
                stage: z.string(),
                day: day.nullable().describe('When first'),
                wording: z
                  .string()
                  .nullable()
                  .describe('The wording of the hub’s own list that told it; null where the channel changed'),
              }),
            )
            .max(20),
        }),
      )
      .max(200)
      .describe('In the order of their beginning; whose accounts they are is not told'),
    more: count.describe('How many further conversations'),
  })
  .describe('What one account asked of many, conversation by conversation');

const table = z
  .object({
    kind: z.literal('table'),
    heads: z.array(z.string()).max(12),
    rows: z.array(z.array(z.union([z.string(), z.number(), z.null()])).max(12)).max(200),
    more: count.describe('How many further rows'),
  })
  .describe('What no other picture fits');

export const findingPicture = z.discriminatedUnion('kind', [
  network,
  template,
  circuit,
  flow,
  series,
  contacts,
  table,
]);

/** What a detector shows of a finding beside its sentences. */
export type FindingPicture = z.infer<typeof findingPicture>;

/** The picture of one kind. */
export type PictureOf<Kind extends FindingPicture['kind']> = Extract<FindingPicture, { kind: Kind }>;
