import { svg } from './svg.ts';

/** The thread on the cover: one line that winds out of a ball. Decoration only. */
export function coverThread(): string {
  const points: string[] = [];
  for (let step = 0; step <= 260; step++) {
    const turn = step / 13;
    const radius = 6 + 5.2 * turn;
    const x = 470 + radius * Math.cos(turn * 1.31) * (1 + 0.16 * Math.sin(turn * 2.1));
    const y = 128 + radius * Math.sin(turn * 1.31) * (0.92 + 0.1 * Math.cos(turn * 1.7));
    points.push(`${x.toFixed(1)},${y.toFixed(1)}`);
  }
  const ball = `<polyline points="${points.join(' ')}" fill="none" stroke="#8fb0cf" stroke-width="1.3" stroke-linejoin="round"/>`;
  const thread =
    '<path d="M-10 236 C 60 190, 120 262, 190 226 S 300 168, 372 190 S 420 244, 470 236" fill="none" stroke="#e3a45f" stroke-width="1.8"/>';
  return svg(270, [ball, thread]);
}
