import type { Progress, Watch } from '@clew/model/progress.ts';
import { SingleBar } from 'cli-progress';
import { count } from './text-table.ts';

export interface ProgressPlace {
  readonly stream: NodeJS.WriteStream;
  readonly quiet: boolean;
  readonly signal: AbortSignal;
}

export interface ShownProgress extends Watch {
  /** Takes the bar away. Call it before anything else is printed. */
  readonly close: () => void;
}

const plainEvery = 3000;

/** Progress as a bar with rate and time left on a terminal, and as a plain line every few seconds elsewhere. */
export function showProgress({ stream, quiet, signal }: ProgressPlace): ShownProgress {
  if (quiet) return { signal, close: () => {} };
  return stream.isTTY ? barProgress(stream, signal) : plainProgress(stream, signal);
}

function plainProgress(stream: NodeJS.WriteStream, signal: AbortSignal): ShownProgress {
  let step = '';
  let since = performance.now();
  let last = since;
  const onProgress = (progress: Progress) => {
    const now = performance.now();
    if (progress.step !== step) [step, since] = [progress.step, now];
    if (now - last < plainEvery) return;
    last = now;
    stream.write(`${progress.step}: ${amounts(progress, now - since)}\n`);
  };
  return { signal, onProgress, close: () => {} };
}

function barProgress(stream: NodeJS.WriteStream, signal: AbortSignal): ShownProgress {
  let bar: SingleBar | undefined;
  let step = '';
  let since = 0;
  let drawn = 0;
  const close = () => {
    bar?.stop();
    bar = undefined;
    step = '';
  };
  const onProgress = (progress: Progress) => {
    const now = performance.now();
    if (progress.step !== step) {
      close();
      [step, since, drawn] = [progress.step, now, 0];
      const format = progress.total > 0 ? '{step}  {bar} {percentage}%  {amounts}' : '{step}  {amounts}';
      const look = {
        format,
        stream,
        clearOnComplete: true,
        hideCursor: true,
        barsize: 24,
        autopadding: true,
      };
      bar = new SingleBar({ ...look, barCompleteChar: '━', barIncompleteChar: '╌' });
      bar.start(Math.max(progress.total, 1), 0, { step, amounts: '' });
    }
    if (now - drawn < 80 && progress.done < progress.total) return;
    drawn = now;
    bar?.update(Math.min(progress.done, Math.max(progress.total, 1)), {
      step,
      amounts: amounts(progress, now - since),
    });
  };
  return { signal, onProgress, close };
}

/** What is done, how fast, and how long it still takes. */
function amounts({ done, total, unit }: Progress, milliseconds: number): string {
  const show = unit === 'bytes' ? (value: number) => `${(value / 1e6).toFixed(1)} MB` : count;
  const noun = unit === 'bytes' ? '' : ` ${unit}`;
  const rate = milliseconds > 300 ? (done / milliseconds) * 1000 : 0;
  const parts = [total > 0 ? `${show(done)} of ${show(total)}${noun}` : `${show(done)}${noun}`];
  if (rate >= 1) parts.push(unit === 'bytes' ? `${show(rate)}/s` : `${count(Math.round(rate))}/s`);
  if (rate > 0 && total > done) parts.push(`${timeText((total - done) / rate)} left`);
  return parts.join(', ');
}

/** Seconds as people read them: 42 s, 3 min 20 s, 2 h 5 min. */
export function timeText(seconds: number): string {
  if (seconds < 60) return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`;
  const whole = Math.round(seconds);
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
