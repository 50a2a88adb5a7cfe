/** What every engine must be able to do with files: load them, take a load back, and make the facts again. */
import type { MappedSelect, Staged } from '../sources/staged.ts';
import type { FactSettings, RefreshFacts } from './refresh-context.ts';
import type { AskOptions, Warehouse } from './warehouse.ts';

/** A warehouse that was opened for writing. */
export interface LoadableWarehouse extends Warehouse {
  /** Where it is, for people. */
  readonly path: string;
  /** The one folder from which files can be loaded. */
  readonly stagingFolder: string;
  /**
   * Loads staged files, all or none.
   *
   * @throws CountsDiffer, Problem `key_not_unique`, whatever `judge` throws
   */
  load(order: LoadOrder): Promise<Loaded>;
  /** Undoes a load, in whatever order the loads came. It must be in the books and not undone yet. */
  undo(load: number, options: LoadOptions): Promise<void>;
  /** Makes every fact again. */
  remake(options: Remaking): Promise<void>;
  /** Gives back the room of what was replaced or taken away; what was deleted less than so many days ago may remain in files. */
  tidy(days: number): Promise<void>;
  /** Forgets the text of what was set aside longer ago than so many days. */
  forgetRaw(days: number): Promise<void>;
}

export interface LoadOptions {
  readonly settings: FactSettings;
  readonly refreshFacts: RefreshFacts;
  readonly signal?: AbortSignal;
  /** Called for each file before it is loaded, and before the facts are made. */
  readonly onStep?: (step: LoadStep) => void;
}

export type LoadStep = { readonly step: 'file'; readonly file: number } | { readonly step: 'facts' };

/** The books as they stand in the middle of a load. */
export type OpenBooks = Pick<Warehouse, 'db' | 'rows'>;

export interface LoadOrder extends LoadOptions {
  readonly files: readonly StagedFile[];
  /** Throws where the counts are not acceptable; then nothing is loaded. */
  readonly judge: (counts: readonly FileCounts[], books: OpenBooks) => Promise<void>;
  /** Files of earlier loads whose broken records this load brings once more. */
  readonly replays?: readonly LoadedFile[];
}

/** A file by its number in its load. */
export interface LoadedFile {
  readonly load: number;
  readonly file: number;
}

export interface Loaded {
  readonly load: number;
  readonly files: readonly FileCounts[];
}

export interface Remaking extends AskOptions {
  readonly settings: FactSettings;
  readonly refreshFacts: RefreshFacts;
  /** For all time, not only from today on. */
  readonly restate?: boolean;
}

export interface StagedFile {
  readonly staged: Staged;
  readonly source: string;
  /** The mapping's file, for the books. */
  readonly mapping: string;
  /** The ids are made of the place, so that every row must know its own. */
  readonly placed: boolean;
  /** The statements of the mapping over the raw rows; a row's place is in `_place`. */
  selects(relation: string): readonly MappedSelect[];
}

/** What became of the records of one file: records = loaded + duplicates + quarantined + excluded. */
export interface FileCounts {
  readonly records: number;
  readonly loaded: number;
  readonly duplicates: number;
  readonly quarantined: number;
  readonly excluded: number;
  readonly reasons: Readonly<Record<string, number>>;
}

/** The engine does not read the file as its reader did: it has to be read the careful way. */
export class CountsDiffer extends Error {
  readonly file: number;
  constructor(file: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CountsDiffer';
    this.file = file;
  }
}
