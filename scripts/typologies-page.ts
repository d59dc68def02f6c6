import { notSeen } from '../packages/engine/src/findings/money/not-seen.ts';
import { moneyRules, wageRule } from '../packages/engine/src/findings/money/rules.ts';

/** The typologies of payments that a rule follows, and those that none does. */
export function typologiesPage(): string {
  const rules = [wageRule, ...moneyRules].map(
    ({ id, title, source, section, needs, against, otherwise, standing }) => `### ${title} (\`${id}\`)

* **Published in:** ${source}, ${section}.
* **Needs:** ${needs}
* **Chance is measured against:** ${against}
* **What else could explain it:** ${otherwise.map((each) => each.replace(/\.$/, '')).join('; ')}.
* **Standing:** ${standing}.
`,
  );
  const rows = notSeen.map(({ typology, section, why }) => `| ${typology} | ${section} | ${why} |`);
  return `# Typologies of debt and money

What banks are told to report of trafficking and smuggling, as recorded payments can show it. Each is a rule of its own, followed
in every run of the line; decision 46 says why they are as they are. A lead is for a person to look at. Nobody gets a score.

**Standing: untested.** No public data set says which payments belong to trafficking. \`clew score\` and \`docs/benchmarks.md\` tell
how the rules do on planted ones, beside traps that look alike.

A payment **at a counter** has one account, a day and a place (\`place\` of a payment, such as a column \`Branch\`). Whoever holds an
account that money only passes may be a victim: such accounts are counted, and never among the subjects of a finding.

## The rules

${rules.join('\n')}
## What no rule follows

In our own words. Many of these are seen at the counter and in the bank's own files, and come to a hub as a report, not as payments.

| what is published | where | why there is no rule |
| --- | --- | --- |
${rows.join('\n')}

## Limits

* Cash that never touches an account, and pay that is withheld before it is paid, leave no trace.
* The rules see what is on file. With one account's payments only there is nothing to compare with; with a bank's suspicious payments
  only, suspicious is what is usual.
* What is usual is a mean over accounts. Honest trades differ: who travels with takings, or sells at 990, is further from it than
  the chance tells. That is what the explanations beside each lead are for.
* Thresholds are compared in whatever currency an amount has: 1,000, 3,000 and 10,000.
* The same account written in two ways is two accounts, and who changes accounts every month is not found.
`;
}
