import { type RefObject, useEffect, useState } from 'react';
import { colourCount } from './type-signs.ts';

/** The colours of the style sheet as a canvas takes them, for light or dark. */
export interface Palette {
  /** Those of kinds; the first one is at 1. */
  readonly kinds: readonly string[];
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  readonly surface: string;
  readonly accent: string;
  readonly font: string;
}

/** Reads the colours at an element, and again when somebody changes between light and dark. */
export function usePalette(place: RefObject<HTMLElement | null>): Palette | null {
  const [palette, setPalette] = useState<Palette | null>(null);
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const read = () => setPalette(paletteAt(element));
    read();
    const watching = new MutationObserver(read);
    watching.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => watching.disconnect();
  }, [place]);
  return palette;
}

/**
 * A custom property tells its words; only a property that is a colour tells the colour. `isPaper`: as it would be on
 * paper, whatever is shown.
 */
export function paletteAt(element: HTMLElement, isPaper = false): Palette {
  const probe = element.ownerDocument.createElement('span');
  probe.hidden = true;
  element.append(probe);
  const colour = (name: string) => {
    probe.className = isPaper ? `${name} on-paper` : name;
    return getComputedStyle(probe).color;
  };
  const palette = {
    kinds: ['', ...Array.from({ length: colourCount }, (_none, place) => colour(`kind-${place + 1}`))],
    ink: colour('colour-ink'),
    quiet: colour('colour-ink-quiet'),
    line: colour('colour-line-strong'),
    surface: colour('colour-surface'),
    accent: colour('colour-accent'),
    font: getComputedStyle(element).fontFamily,
  };
  probe.remove();
  return palette;
}
