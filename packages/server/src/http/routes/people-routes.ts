import {
  changeRole,
  disableAccount,
  endToken,
  issueToken,
  linkIdentity,
  listPeople,
  listTokens,
  openAccount,
  registerPerson,
  resetAccount,
  unlinkIdentity,
} from '@clew/model/contract/people.ts';
import { changeRoleOf } from '../../hub/people/change-role.ts';
import { endTokenNow, listTokens as tokensOf } from '../../hub/people/end-token.ts';
import { issueToken as issue } from '../../hub/people/issue-token.ts';
import { linkIdentityOf, unlinkIdentityOf } from '../../hub/people/link-identity.ts';
import { listPeople as peopleFor } from '../../hub/people/list-people.ts';
import { openAccount as open } from '../../hub/people/open-account.ts';
import { registerPerson as register } from '../../hub/people/register-person.ts';
import { disableAccountOf, resetAccountOf } from '../../hub/people/reset-account.ts';
import { type Wired, wire } from '../asked.ts';
import { pageOfList } from '../page-of-list.ts';

export const peopleRoutes: readonly Wired[] = [
  wire(listPeople, async ({ hub, caller, page }) =>
    pageOfList(page(), await peopleFor(hub, caller), ({ id }) => id),
  ),
  wire(registerPerson, ({ hub, caller, body }) => register(hub, caller, body)),
  wire(changeRole, ({ hub, caller, parameters, body }) =>
    changeRoleOf(hub, caller, { ...parameters, ...body }),
  ),
  wire(openAccount, ({ hub, caller, parameters }) => open(hub, caller, parameters)),
  wire(resetAccount, ({ hub, caller, parameters, body }) =>
    resetAccountOf(hub, caller, { ...parameters, ...body }),
  ),
  wire(disableAccount, async ({ hub, caller, parameters }) => {
    await disableAccountOf(hub, caller, parameters);
    return undefined;
  }),
  wire(linkIdentity, async ({ hub, caller, parameters, body }) => {
    await linkIdentityOf(hub, caller, { ...parameters, ...body });
    return undefined;
  }),
  wire(unlinkIdentity, async ({ hub, caller, parameters, body }) => {
    await unlinkIdentityOf(hub, caller, { ...parameters, ...body });
    return undefined;
  }),
  wire(listTokens, async ({ hub, caller, page }) =>
    pageOfList(page(), await tokensOf(hub, caller), ({ id }) => id),
  ),
  wire(issueToken, ({ hub, caller, body }) => issue(hub, caller, body)),
  wire(endToken, async ({ hub, caller, parameters }) => {
    await endTokenNow(hub, caller, { id: parameters.token });
    return undefined;
  }),
];
