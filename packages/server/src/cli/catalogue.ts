import type { Command } from 'commander';
import type { Shell } from './shell.ts';

/** Gives a command its arguments, options, example and action. */
export type Define = (command: Command, shell: Shell) => void;

export interface CatalogueEntry {
  readonly name: string;
  readonly summary: string;
  /** Loaded only when asked for, so that each command starts with what it needs and no more. */
  readonly load: () => Promise<Define>;
}

/** Every command, in the order in which `clew --help` shows them: the order of work. */
export const catalogue: readonly CatalogueEntry[] = [
  {
    name: 'init',
    summary: 'make a new hub',
    load: async () => (await import('./commands/init.ts')).defineInit,
  },
  {
    name: 'partners',
    summary: 'who takes part in the hub',
    load: async () => (await import('./commands/partners.ts')).definePartners,
  },
  {
    name: 'map',
    summary: 'propose how to read a file, and say how sure it is',
    load: async () => (await import('./commands/map.ts')).defineMap,
  },
  {
    name: 'contribute',
    summary: "hand in a partner's files",
    load: async () => (await import('./commands/contribute.ts')).defineContribute,
  },
  {
    name: 'contributions',
    summary: 'what was handed in: how it is read, on which terms, row by row',
    load: async () => (await import('./commands/contributions.ts')).defineContributions,
  },
  {
    name: 'problems',
    summary: 'what is wrong in what was handed in, and what to do about it',
    load: async () => (await import('./commands/problems.ts')).defineProblems,
  },
  {
    name: 'terms',
    summary: 'what may be done with a contribution, since when; its owner changes it',
    load: async () => (await import('./commands/terms.ts')).defineTerms,
  },
  {
    name: 'run',
    summary: 'resolve, connect, detect and produce; publish the result',
    load: async () => (await import('./commands/run.ts')).defineRun,
  },
  {
    name: 'status',
    summary: 'what the hub holds and what is published',
    load: async () => (await import('./commands/status.ts')).defineStatus,
  },
  {
    name: 'findings',
    summary: 'leads to review, with their evidence and how likely they are by chance',
    load: async () => (await import('./commands/findings.ts')).defineFindings,
  },
  {
    name: 'hits',
    summary: 'who holds the same, and whom to ask',
    load: async () => (await import('./commands/hits.ts')).defineHits,
  },
  {
    name: 'return',
    summary: 'what a partner gave, how good that was, what it brought, what it owes',
    load: async () => (await import('./commands/return.ts')).defineReturn,
  },
  {
    name: 'find',
    summary: 'look something up by name, number or key',
    load: async () => (await import('./commands/find.ts')).defineFind,
  },
  {
    name: 'show',
    summary: 'the dossier of one person or thing',
    load: async () => (await import('./commands/show.ts')).defineShow,
  },
  {
    name: 'age',
    summary: "what was recorded of a person's age, by whom, and whether it is to be taken for a child's",
    load: async () => (await import('./commands/age.ts')).defineAge,
  },
  {
    name: 'assess',
    summary: 'what the recorded indicators of trafficking come to, for the people of a case',
    load: async () => (await import('./commands/assess.ts')).defineAssess,
  },
  {
    name: 'network',
    summary: 'the network that somebody belongs to: who, what binds them, how it changed',
    load: async () => (await import('./commands/network.ts')).defineNetwork,
  },
  {
    name: 'why',
    summary: 'why two records were taken for the same, or were not',
    load: async () => (await import('./commands/why.ts')).defineWhy,
  },
  {
    name: 'review',
    summary: 'judge the pairs that matter most, one by one; how far reviewers agree',
    load: async () => (await import('./commands/review.ts')).defineReview,
  },
  {
    name: 'model',
    summary: 'how likeness is weighed: levels, blocking, training, calibration',
    load: async () => (await import('./commands/model.ts')).defineModel,
  },
  {
    name: 'judge',
    summary: 'decide whether two records are the same; the next run obeys',
    load: async () => (await import('./commands/judge.ts')).defineJudge,
  },
  {
    name: 'report',
    summary: 'write a report (HTML and PDF)',
    load: async () => (await import('./commands/report.ts')).defineReport,
  },
  {
    name: 'releases',
    summary: 'what left the hub, to whom, resting on what',
    load: async () => (await import('./commands/releases.ts')).defineReleases,
  },
  {
    name: 'results',
    summary: 'what came of it, as partners report it: arrests, victims safeguarded and so on',
    load: async () => (await import('./commands/results.ts')).defineResults,
  },
  {
    name: 'clocks',
    summary: 'what the law makes due, what was decided, what happens otherwise',
    load: async () => (await import('./commands/clocks.ts')).defineClocks,
  },
  {
    name: 'erase',
    summary: 'erase a contribution for good, with a certificate',
    load: async () => (await import('./commands/erase.ts')).defineErase,
  },
  {
    name: 'notices',
    summary: 'what you must be told',
    load: async () => (await import('./commands/notices.ts')).defineNotices,
  },
  {
    name: 'people',
    summary: 'who works with the hub: roles, accounts and identities',
    load: async () => (await import('./commands/people.ts')).definePeople,
  },
  {
    name: 'project',
    summary: 'projects, their members and strict necessities',
    load: async () => (await import('./commands/project.ts')).defineProject,
  },
  {
    name: 'token',
    summary: "tokens for partners' own systems",
    load: async () => (await import('./commands/token.ts')).defineToken,
  },
  {
    name: 'break-glass',
    summary: 'access beyond the rules: asked, answered, for a time',
    load: async () => (await import('./commands/break-glass.ts')).defineBreakGlass,
  },
  {
    name: 'audit',
    summary: 'who did what, and the proof that the record of it is unbroken',
    load: async () => (await import('./commands/audit.ts')).defineAudit,
  },
  {
    name: 'key',
    summary: 'change the key that everything handed in is encrypted under',
    load: async () => (await import('./commands/key.ts')).defineKey,
  },
  {
    name: 'serve',
    summary: "serve the hub over HTTP to people and to partners' systems",
    load: async () => (await import('./commands/serve.ts')).defineServe,
  },
  {
    name: 'link',
    summary: 'link the rows of files, without a hub',
    load: async () => (await import('./commands/link.ts')).defineLink,
  },
  {
    name: 'flows',
    summary: 'patterns in a file of payments that chance does not make, without a hub',
    load: async () => (await import('./commands/flows.ts')).defineFlows,
  },
  {
    name: 'networks',
    summary: 'communities and brokers in a file of ties, without a hub',
    load: async () => (await import('./commands/networks.ts')).defineNetworks,
  },
  {
    name: 'adverts',
    summary: 'find the templates of adverts and posts, without a hub',
    load: async () => (await import('./commands/adverts.ts')).defineAdverts,
  },
  {
    name: 'world',
    summary: 'make a synthetic world with planted truth',
    load: async () => (await import('./commands/world.ts')).defineWorld,
  },
  {
    name: 'score',
    summary: "hold the published snapshot against a world's truth",
    load: async () => (await import('./commands/score.ts')).defineScore,
  },
  {
    name: 'demo',
    summary: 'all of it, once, on a synthetic world',
    load: async () => (await import('./commands/demo.ts')).defineDemo,
  },
];
