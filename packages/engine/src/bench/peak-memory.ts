import { readFileSync, writeFileSync } from 'node:fs';

/**
 * The most memory that this process was in since the last call, or since it began, in MB: resident, what the engine holds
 * included. Null where the system does not tell (proc(5): VmHWM, and 5 in clear_refs).
 */
export function peakSince(): number | null {
  try {
    const peak = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    writeFileSync('/proc/self/clear_refs', '5');
    return peak === undefined ? null : Number(peak) / 1024;
  } catch {
    return null;
  }
}
