// Starts PostgreSQL and Spark before the first test, tells the tests where they are, and stops them after
// the last one.
import type { TestProject } from 'vitest/node';
import type { Postgres } from './postgres.ts';
import { startPostgres } from './postgres.ts';
import type { Spark } from './spark.ts';
import { startSpark } from './spark.ts';
import { findTools } from './tools.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: Postgres;
    spark: Spark;
  }
}

/** Called by vitest; what it returns is called at the end. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const tools = findTools();
  const { stop: stopPostgres, ...postgres } = await startPostgres(tools.postgres);
  const { stop: stopSpark, ...spark } = await startSpark(tools.python).catch(
    async (error: unknown) => {
      await stopPostgres();
      throw error;
    },
  );
  provide('postgres', postgres);
  provide('spark', spark);
  return async () => {
    await stopSpark();
    await stopPostgres();
  };
}
