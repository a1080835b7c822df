// The machine in one line, for whoever reads the figures later.
import os from 'node:os';

export function machine(now: Date): string {
  const [cpu] = os.cpus();
  const memory = Math.round(os.totalmem() / 2 ** 30);
  return [
    `${cpu?.model.trim() ?? 'unknown processor'} (${os.cpus().length} cores, ${memory} GiB)`,
    `Node ${process.version}`,
    `V8 ${process.versions.v8}`,
    `${os.type()} ${os.arch()}`,
    now.toISOString().slice(0, 10),
  ].join(' · ');
}
