import type { OpenIdSettings } from './sign-in/open-id.ts';

/** Everything that the environment says. No other file reads `process.env`. */
export interface Config {
  /** `CLEW_HUB`: the folder of the hub. */
  readonly hub: string | undefined;
  /** `CLEW_HUB_KEY`: 64 hex digits; takes the place of the file hub.key. */
  readonly hubKey: string | undefined;
  /** `CLEW_HUB_KEY_NEXT`: the key that takes its place, while it is being changed. */
  readonly nextHubKey: string | undefined;
  /** `CLEW_LEDGER`: `postgres://…`, the server that holds the ledger; else it is a folder of the hub. */
  readonly ledger: string | undefined;
  /** `CLEW_MEMORY`: what the engine may use, for example `6GB`. */
  readonly memory: string | undefined;
  /** `CLEW_THREADS`. */
  readonly threads: number | undefined;
  /** `CLEW_OIDC_ISSUER`, `_CLIENT_ID`, `_CLIENT_SECRET`, `_REDIRECT`: sign-in by OpenID Connect, where it is set up. */
  readonly openId: OpenIdSettings | undefined;
  /** `CLEW_USER`, else the name of the account: who works at the terminal. */
  readonly user: string;
  /** How this program was called, for advice that can be pasted: npm tells when it was npm. */
  readonly command: 'clew' | 'npx clew';
  /** `NO_COLOR` and `FORCE_COLOR`, after no-color.org and force-color.org. */
  readonly colour: 'auto' | 'never' | 'always';
}

type Environment = Readonly<Record<string, string | undefined>>;

export function configFrom(environment: Environment = process.env): Config {
  const told = (name: string) => (environment[name] === '' ? undefined : environment[name]);
  const threads = Number(told('CLEW_THREADS'));
  return {
    openId: openIdFrom(told),
    hub: told('CLEW_HUB'),
    hubKey: told('CLEW_HUB_KEY'),
    nextHubKey: told('CLEW_HUB_KEY_NEXT'),
    ledger: told('CLEW_LEDGER'),
    memory: told('CLEW_MEMORY'),
    threads: Number.isInteger(threads) && threads > 0 ? threads : undefined,
    user: personFrom(told('CLEW_USER') ?? told('USER') ?? told('USERNAME') ?? 'operator'),
    command: told('npm_command') === undefined ? 'clew' : 'npx clew',
    colour: colourFrom(told('NO_COLOR'), told('FORCE_COLOR')),
  };
}

/** The name of an account as the id of a person: lower case, with hyphens for what ids do not have. */
function personFrom(account: string): string {
  const id = account
    .toLowerCase()
    .replaceAll(/[^a-z0-9.@_-]+/g, '-')
    .replace(/^[^a-z0-9]+/, '')
    .slice(0, 64);
  return id === '' ? 'operator' : id;
}

/** What is missing is left empty: `OpenId` refuses it where it is used. */
function openIdFrom(told: (name: string) => string | undefined): OpenIdSettings | undefined {
  const issuer = told('CLEW_OIDC_ISSUER');
  if (issuer === undefined) return undefined;
  return {
    issuer,
    clientId: told('CLEW_OIDC_CLIENT_ID') ?? '',
    clientSecret: told('CLEW_OIDC_CLIENT_SECRET') ?? '',
    redirect: told('CLEW_OIDC_REDIRECT') ?? '',
  };
}

function colourFrom(no: string | undefined, force: string | undefined): Config['colour'] {
  if (no !== undefined) return 'never';
  return force !== undefined && force !== '0' ? 'always' : 'auto';
}
