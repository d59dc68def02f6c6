import { listPartners, readReturn, registerPartner } from '@clew/model/contract/partners.ts';
import { listPartners as partnersFor } from '../../hub/partners/list-partners.ts';
import { registerPartner as register } from '../../hub/partners/register-partner.ts';
import { readReturn as returnOf } from '../../hub/returns/read-return.ts';
import { type Wired, wire } from '../asked.ts';
import { pageOfList } from '../page-of-list.ts';

export const partnerRoutes: readonly Wired[] = [
  wire(listPartners, async ({ hub, caller, page }) =>
    pageOfList(page(), await partnersFor(hub, caller), ({ id }) => id),
  ),
  wire(registerPartner, ({ hub, caller, body }) => register(hub, caller, body)),
  wire(readReturn, ({ hub, caller, parameters, query }) =>
    returnOf(hub, caller, { ...parameters, ...query }),
  ),
];
