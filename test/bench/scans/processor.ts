/**
 * The product as it is built has no source maps. Run from its sources, those of all its modules (100 MB once an error has been looked at) would be gone through at
 * each collection of garbage.
 */
process.setSourceMapsEnabled(false);

/** Milliseconds of processor this process has used so far, its threads included: unlike the clock it does not measure what else the machine does. */
export function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
