import { useWords } from '../words/words.tsx';

interface FiguresProps {
  readonly figures: readonly { readonly words: string; readonly value: number }[];
}

/** A few figures that sum something up. */
export function Figures({ figures }: FiguresProps) {
  const { number } = useWords();
  return (
    <div className="figures">
      {figures.map(({ words, value }) => (
        <div key={words} className="figure-card">
          <span className="figure-value">{number(value)}</span>
          <span className="quiet small">{words}</span>
        </div>
      ))}
    </div>
  );
}
