import { round, svg } from './svg.ts';

const centre = { x: 500, y: 132 };
const radius = 92;

/** The thread on the cover: a line that comes out of a ball. Decoration only. */
export function coverThread(): string {
  const strands: string[] = [];
  for (let strand = 0; strand < 16; strand++) {
    const angle = strand * 47;
    const narrow = radius * (0.24 + 0.7 * Math.abs(Math.sin(strand * 1.9)));
    strands.push(
      `<ellipse cx="${centre.x}" cy="${centre.y}" rx="${radius}" ry="${round(narrow)}" transform="rotate(${angle % 360} ${centre.x} ${centre.y})" fill="none" stroke="#8fb0cf" stroke-width="1.1" stroke-opacity="0.8"/>`,
    );
  }
  const bottom = centre.y + radius;
  const thread = `<path d="M0 ${bottom + 22} C 70 ${bottom - 40}, 130 ${bottom + 44}, 210 ${bottom + 4} S 330 ${bottom - 36}, 396 ${bottom - 10} S 452 ${bottom}, ${centre.x} ${bottom}" fill="none" stroke="#e3a45f" stroke-width="1.8"/>`;
  return svg(270, [...strands, thread]);
}
