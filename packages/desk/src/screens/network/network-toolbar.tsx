import { PressButton } from '../../ui/press-button.tsx';
import { Said } from '../../ui/said.tsx';
import { Segments } from '../../ui/segments.tsx';
import { useWords } from '../../words/words.tsx';
import { arrangeByType } from './arrange-by-type.ts';
import type { Colouring } from './network-document.ts';
import type { Camera } from './network-picture.tsx';
import type { NetworkState } from './selection.ts';
import type { Asking, Outcome } from './use-asking.ts';
import type { Layout } from './use-layout.ts';
import type { Measuring } from './use-measured.ts';

const colourings = ['type', 'community', 'broker'] as const;

interface ToolbarProps {
  readonly state: NetworkState;
  readonly asking: Asking;
  readonly layout: Layout;
  readonly measuring: Measuring;
  readonly camera: () => Camera | null;
}

/** What is done with the whole of the picture. */
export function NetworkToolbar({ state, asking, layout, measuring, camera }: ToolbarProps) {
  const { say } = useWords();
  const { acts, undoing, redoing, document } = state;
  return (
    <div className="stack tight">
      <div role="toolbar" aria-label={say('network.tools')} className="row wrap network-tools">
        <PressButton
          isDisabled={undoing === null}
          aria-label={
            undoing === null
              ? say('network.undo')
              : say('network.undoOf', { act: say(`network.act.${undoing}`) })
          }
          onPress={acts.undo}
        >
          {say('network.undo')}
        </PressButton>
        <PressButton
          isDisabled={redoing === null}
          aria-label={
            redoing === null
              ? say('network.redo')
              : say('network.redoOf', { act: say(`network.act.${redoing}`) })
          }
          onPress={acts.redo}
        >
          {say('network.redo')}
        </PressButton>
        <span className="bar-gap" aria-hidden="true" />
        <PressButton isDisabled={layout.share !== null || state.nodes.length === 0} onPress={layout.begin}>
          {say('network.layOut')}
        </PressButton>
        <PressButton
          isDisabled={state.nodes.length === 0}
          onPress={() => {
            layout.cancel();
            acts.layOut(arrangeByType(state.nodes));
          }}
        >
          {say('network.byType')}
        </PressButton>
        <PressButton onPress={() => camera()?.fit()}>{say('network.fit')}</PressButton>
        <PressButton aria-label={say('network.nearer')} onPress={() => camera()?.zoom(0.7)}>
          +
        </PressButton>
        <PressButton aria-label={say('network.further')} onPress={() => camera()?.zoom(1.4)}>
          −
        </PressButton>
      </div>
      <div className="row wrap network-tools-colours">
        <Segments
          label={say('network.colourBy')}
          value={document.colouring}
          onChange={(by) => acts.colour(by as Colouring)}
          options={colourings.map((id) => ({ id, title: say(`network.by.${id}`) }))}
        />
        <Underway asking={asking} layout={layout} measuring={measuring} />
      </div>
    </div>
  );
}

/** What takes longer, with a way to end it; and what came of the last question. */
function Underway({ asking, layout, measuring }: Pick<ToolbarProps, 'asking' | 'layout' | 'measuring'>) {
  const { say } = useWords();
  return (
    <div className="row wrap underway" role="status">
      {layout.share !== null && (
        <>
          <progress value={layout.share} aria-label={say('network.layingOut')} />
          <span>{say('network.layingOut')}</span>
          <PressButton kind="bare" onPress={layout.cancel}>
            {say('network.stop')}
          </PressButton>
        </>
      )}
      {asking.isBusy && (
        <>
          <progress aria-label={say('network.asking')} />
          <span>{say('network.asking')}</span>
          <PressButton kind="bare" onPress={asking.cancel}>
            {say('network.stop')}
          </PressButton>
        </>
      )}
      {measuring.isBusy && <span>{say('network.measuring')}</span>}
      {measuring.isTooLarge && <span>{say('network.tooLarge')}</span>}
      {asking.outcome !== null && <OutcomeWords outcome={asking.outcome} />}
      <Said doing={asking} />
    </div>
  );
}

function OutcomeWords({ outcome: { what, count, more, leftOut } }: { readonly outcome: Outcome }) {
  const { say } = useWords();
  const sentences = [
    say(`network.outcome.${what}`, { count }),
    ...(more > 0 ? [say('network.outcome.more', { count: more })] : []),
    ...(leftOut > 0 ? [say('network.leftOut', { count: leftOut })] : []),
  ];
  return <span>{sentences.join(' ')}</span>;
}
