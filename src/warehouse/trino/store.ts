/** The place that the cluster keeps its files in, as this machine reaches it: where loads put files, and fetch some. */
import { copyFile, mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export interface Store {
  /** The root as the cluster names it, without a slash at the end: `local:///tidemark`, `s3://bucket/tidemark`. */
  readonly root: string;
  /** Finds out whether it can be reached, before anything is asked of the cluster. */
  check(): Promise<void>;
  /** Puts a file under a name below the root. */
  put(file: string, name: string, signal?: AbortSignal): Promise<void>;
  /** Fetches what the cluster wrote, by the cluster's own name for it. */
  fetch(location: string, file: string, signal?: AbortSignal): Promise<void>;
  /** Takes away everything below a name. */
  clear(name: string): Promise<void>;
}

/** A folder that this machine and every node of the cluster share. */
export function sharedFolder({ root, folder }: { readonly root: string; readonly folder: string }): Store {
  return {
    root,
    check: async () => void (await mkdir(folder, { recursive: true })),
    put: async (file, name) => {
      const target = join(folder, name);
      await mkdir(dirname(target), { recursive: true });
      await copyFile(file, target);
    },
    fetch: (location, file) => copyFile(join(folder, nameBelow(root, location)), file),
    clear: (name) => rm(join(folder, name), { recursive: true, force: true }),
  };
}

/**
 * The name of a file below the root.
 *
 * @throws Error where it lies elsewhere: the tables were made with another root
 * @example nameBelow('s3://bucket/desk', 's3://bucket/desk/cases/a.parquet') // 'cases/a.parquet'
 */
export function nameBelow(root: string, location: string): string {
  if (!location.startsWith(`${root}/`)) throw new Error(`${location} is not below ${root}`);
  return location.slice(root.length + 1);
}
