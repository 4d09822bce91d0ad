/**
 * The PDF library starts work on damaged files that nobody waits for, and its failure would end the process, perhaps while it reads the next document.
 * What a reading waits for still fails it; the rest is noted on the error stream, which the pool keeps for the detail of a crash.
 */
export function ignoreStrayRejections(): void {
  process.on('unhandledRejection', (reason) => {
    process.stderr.write(`stray rejection: ${reason instanceof Error ? reason.message : String(reason)}\n`);
  });
}
