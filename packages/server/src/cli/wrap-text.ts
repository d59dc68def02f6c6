import { displayWidth, fitInto } from './display-width.ts';

/** A text in lines of at most so many columns, broken between words, and inside a word only where it is too long. */
export function wrapText(text: string, columns: number): string[] {
  if (displayWidth(text) <= columns) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((each) => pieces(each, columns))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (displayWidth(longer) <= columns) {
      line = longer;
    } else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

function pieces(word: string, columns: number): string[] {
  const cut: string[] = [];
  let rest = word;
  while (displayWidth(rest) > columns) {
    // One column more, for the ellipsis that is not wanted here.
    const piece = fitInto(rest, columns + 1).replace(/…$/, '');
    if (piece === '' || piece === rest) break;
    cut.push(piece);
    rest = rest.slice(piece.length);
  }
  return [...cut, rest];
}
