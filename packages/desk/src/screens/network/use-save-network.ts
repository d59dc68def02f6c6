import { useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/call.ts';
import type { NetworkDocument } from './network-document.ts';
import { toSave } from './saved-document.ts';

/** Keeps a network under a name, for who sits here alone. Gives the id of what was kept. */
export function useSaveNetwork(): (title: string, document: NetworkDocument) => Promise<string> {
  const client = useQueryClient();
  return async (title, document) => {
    const { id } = await call('saveNetworkView', { body: { title, document: toSave(document) } });
    await client.invalidateQueries({ queryKey: ['listNetworkViews'] });
    return id;
  };
}
