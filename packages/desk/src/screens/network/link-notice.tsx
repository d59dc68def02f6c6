import { addressText } from '../../address/address.ts';
import { go } from '../../address/use-address.ts';
import { PressButton } from '../../ui/press-button.tsx';
import { Said } from '../../ui/said.tsx';
import { Sign } from '../../ui/sign.tsx';
import { useDoing } from '../../ui/use-doing.ts';
import { useWords } from '../../words/words.tsx';
import type { leftOutOf } from './network-address.ts';
import type { NetworkDocument } from './network-document.ts';
import type { NetworkState } from './selection.ts';
import { useSaveNetwork } from './use-save-network.ts';

/** What a link to a network leads to: what its maker saved, or what the address tells of it. */
export type NetworkLinkShared =
  | 'saved'
  | { readonly leavesOut: (document: NetworkDocument) => ReturnType<typeof leftOutOf> };

interface LinkNoticeProps {
  readonly title: string;
  readonly state: NetworkState;
  readonly link: NetworkLinkShared;
  /** Just now the link was taken along. */
  readonly isCopied: boolean;
}

/** Says what a link shows that was copied, and always what it does not, and saves the whole of it. */
export function LinkNotice({ title, state, link, isCopied }: LinkNoticeProps) {
  const { say } = useWords();
  const save = useSaveNetwork();
  const doing = useDoing();
  const lack = useLack(state, link);
  const saveAndOpen = async () => go(addressText(['network', 'saved', await save(title, state.document)]));
  const copied = link === 'saved' ? 'network.link.copiedSaved' : 'network.link.copied';
  const hasNotes = link !== 'saved' && state.document.notes.size > 0;
  return (
    <div role="status" className="link-notice no-print">
      {isCopied && lack === null && (
        <div className="notice good">
          <Sign of="done" />
          <p>{[say(copied), ...(hasNotes ? [say('network.link.withoutNotes')] : [])].join(' ')}</p>
        </div>
      )}
      {lack !== null && (
        <div className="notice info">
          <Sign of="alert" />
          <div className="stack tight">
            <p>
              {lack} {say('network.link.saved')}
            </p>
            <div>
              <PressButton isDisabled={doing.isBusy} onPress={() => doing.run(saveAndOpen)}>
                {say(doing.isBusy ? 'network.saving' : 'network.link.save')}
              </PressButton>
            </div>
            <Said doing={doing} />
          </div>
        </div>
      )}
    </div>
  );
}

/** What a link to this network does not tell; null: nothing is missing. */
function useLack(
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
