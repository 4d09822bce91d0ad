import { writeExport, type ExportFormat } from '../../../pipelines/export-dataset.ts';

/**
 * One export in a process of its own, so that its memory can be told: `one.ts FORMAT BASE FOLDER` prints milliseconds, those of the processor, and peak memory in
 * kilobytes.
 */
const [format, base, folder] = process.argv.slice(2);
if (format === undefined || base === undefined || folder === undefined) throw new Error('FORMAT BASE FOLDER');
const start = performance.now();
await writeExport({ base, folder, format: format as ExportFormat });
const milliseconds = Math.round(performance.now() - start);
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
process.stdout.write(JSON.stringify({ milliseconds, processor: Math.round((userCPUTime + systemCPUTime) / 1000), kilobytes: maxRSS }));
