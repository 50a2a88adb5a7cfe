/** Stages one file in this process: picks the reader by what the file is. */
import { stageCsv } from './csv/stage.ts';
import type { FileType } from './format.ts';
import { stageJsonl } from './jsonl/stage.ts';
import type { StageJob } from './stage-job.ts';
import type { Staged } from './staged.ts';
import { lookAt } from './text/look.ts';
import { stageXlsx } from './xlsx/stage.ts';

const readers: Readonly<Record<FileType, (job: StageJob) => Staged | Promise<Staged>>> = {
  csv: stageCsv,
  jsonl: stageJsonl,
  xlsx: stageXlsx,
};

export async function stageHere(job: Omit<StageJob, 'look'>): Promise<Staged> {
  const look = lookAt(job.path);
  return readers[job.format.type ?? look.type ?? 'csv']({ ...job, look });
}
