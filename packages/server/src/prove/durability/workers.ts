// In: what a process is to do, and when it is to be killed. Out: what it had told until its end.
// Invariant: one process works at a time; the next has its modules loaded by then, and has opened nothing.

import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Checked } from './check-hub.ts';
import { type ChildLine, type ChildTask, childFile } from './child.ts';

/** When to kill: so long after it was told what to do, or after so many pieces of work were acknowledged. */
export interface Moment {
  readonly after: 'ready' | number;
  readonly milliseconds: number;
}

export interface Ended {
  readonly checked: readonly Checked[];
  readonly done: readonly Extract<ChildLine, { line: 'done' }>['done'][];
  readonly rebuilt: boolean;
  /** From the task to the end of the check. */
  readonly milliseconds: number | undefined;
  /** It was not to end by itself, or not so. */
  readonly failure: string | undefined;
}

export interface Workers {
  /** Lets a process work until it is killed, or without a moment until it ends. */
  run(task: ChildTask, kill?: Moment): Promise<Ended>;
  close(): void;
}

export function startWorkers(): Workers {
  let next: ChildProcess | undefined = start();
  return {
    run(task, kill) {
      const child = next ?? start();
      const ended = runChild(child, task, kill);
      next = start();
      return ended;
    },
    close() {
      next?.kill('SIGKILL');
      next = undefined;
    },
  };
}

function start(): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', childFile], { stdio: ['pipe', 'pipe', 'pipe'] });
}

function runChild(child: ChildProcess, task: ChildTask, kill: Moment | undefined): Promise<Ended> {
  const { stdin, stdout, stderr } = child;
  if (stdin === null || stdout === null || stderr === null) throw new Error('A process without pipes');
  const lines: ChildLine[] = [];
  let complaint = '';
  stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = `${complaint}${text}`.slice(-4000);
  });
  const reader = createInterface({ input: stdout });
  let told = -1;
  reader.on('line', (text) => {
    const line = parsed(text);
    if (line === undefined) return;
    lines.push(line);
    if (line.line !== 'ready') told += 1;
    if (kill === undefined || kill.after !== (line.line === 'ready' ? 'ready' : told)) return;
    setTimeout(() => child.kill('SIGKILL'), kill.milliseconds);
  });
  const read = new Promise<void>((done) => reader.on('close', done));
  stdin.on('error', () => undefined);
  stdin.write(`${JSON.stringify(task)}\n`);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      const expected = kill === undefined ? code === 0 : signal === 'SIGKILL';
      const failure = expected ? undefined : `${task.task} ended by itself (${code ?? signal}): ${complaint}`;
      read.then(() => resolve(endedWith(lines, failure)), reject);
    });
  });
}

/** A line that was cut off by the kill acknowledges nothing. */
function parsed(text: string): ChildLine | undefined {
  try {
    return JSON.parse(text) as ChildLine;
  } catch {
    return undefined;
  }
}

function endedWith(lines: readonly ChildLine[], failure: string | undefined): Ended {
  const opened = lines.filter((line) => line.line === 'opened');
  return {
    checked: opened.map(({ checked }) => checked),
    done: lines.filter((line) => line.line === 'done').map(({ done }) => done),
    rebuilt: lines.some((line) => line.line === 'rebuilt' && line.same),
    milliseconds: opened[0]?.milliseconds,
    failure,
  };
}
