import type { Command } from 'commander';
import type { Terminal } from '../terminal.ts';
export function inspect(_program: Command, _io: Terminal): void {}
