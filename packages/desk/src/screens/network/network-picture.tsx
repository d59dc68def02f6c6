import { useEffect, useRef } from 'react';
import { useWords } from '../../words/words.tsx';
import type { Network } from './network-model.ts';
import { SigmaCanvas } from './sigma-canvas.ts';

interface NetworkPictureProps {
  readonly network: Network;
  readonly selected: string;
  readonly onSelect: (id: string) => void;
  readonly onUnfold: (id: string) => void;
}

/** The picture. All that it shows and does is in the list beside it too, for whoever does not see it. */
export function NetworkPicture({ network, selected, onSelect, onUnfold }: NetworkPictureProps) {
  const { say } = useWords();
  const place = useRef<HTMLDivElement>(null);
  const canvas = useRef<SigmaCanvas | null>(null);
  const acts = useRef({ onSelect, onUnfold });
  acts.current = { onSelect, onUnfold };
  useEffect(() => {
    if (place.current === null) return undefined;
    const drawn = new SigmaCanvas(place.current, {
      onSelect: (id) => acts.current.onSelect(id),
      onUnfold: (id) => acts.current.onUnfold(id),
    });
    canvas.current = drawn;
    return () => drawn.destroy();
  }, []);
  useEffect(() => canvas.current?.update(network), [network]);
  useEffect(() => canvas.current?.select(selected), [selected]);
  return (
    <figure className="picture">
      <div ref={place} className="picture-canvas" aria-hidden="true" dir="ltr" />
      <figcaption className="quiet small">{say('network.caption')}</figcaption>
    </figure>
  );
}
