import { useQueryClient } from '@tanstack/react-query';
import { addressText } from '../../address/address.ts';
import { go } from '../../address/use-address.ts';
import { call } from '../../api/call.ts';
import { PressButton } from '../../ui/press-button.tsx';
import { Said } from '../../ui/said.tsx';
import { Sign } from '../../ui/sign.tsx';
import { useDoing } from '../../ui/use-doing.ts';
import { useWords } from '../../words/words.tsx';
import type { leftOutOf } from './network-address.ts';
import type { NetworkDocument } from './network-document.ts';
import { toSave } from './saved-document.ts';
import type { NetworkState } from './selection.ts';

/** Whom a link to this network shows what: it leads to what its maker saved, or tells what was made of it. */
export type NetworkLinkShared =
  | 'saved'
  | { readonly leavesOut: (document: NetworkDocument) => ReturnType<typeof leftOutOf> };

interface LinkNoticeProps {
  readonly title: string;
  readonly state: NetworkState;
  readonly link: NetworkLinkShared;
}

/** Says when the address does not tell all that is shown, and saves the whole of it. */
export function LinkNotice({ title, state, link }: LinkNoticeProps) {
  const { say } = useWords();
  const client = useQueryClient();
  const doing = useDoing();
  const words = useLinkLack(state, link);
  if (words === null) return null;
  const save = async () => {
    const { id } = await call('saveNetworkView', { body: { title, document: toSave(state.document) } });
    await client.invalidateQueries({ queryKey: ['listNetworkViews'] });
    go(addressText(['network', 'saved', id]));
  };
  return (
    <div role="status" className="notice info no-print">
      <Sign of="alert" />
      <div className="stack tight">
        <p>
          {words} {say('network.link.saved')}
        </p>
        <div>
          <PressButton isDisabled={doing.isBusy} onPress={() => doing.run(save)}>
            {say(doing.isBusy ? 'network.saving' : 'network.link.save')}
          </PressButton>
        </div>
        <Said doing={doing} />
      </div>
    </div>
  );
}

/** What a link to this network does not tell; null: nothing is missing. */
export function useLinkLack(
  { document, undoing }: Pick<NetworkState, 'document' | 'undoing'>,
  link: NetworkLinkShared,
): string | null {
  const { say, locale } = useWords();
  if (link === 'saved') return undoing === null ? null : say('network.link.changed');
  const leftOut = link.leavesOut(document);
  if (leftOut.length === 0) return null;
  const parts = leftOut.map(({ what, count }) => say(`network.link.left.${what}`, { count }));
  return say('network.link.long', { parts: new Intl.ListFormat(locale).format(parts) });
}
