/** Milliseconds of processor this process has used so far, its threads included: unlike the clock it does not measure what else the machine does. */
export function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
