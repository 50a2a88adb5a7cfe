/** For tests only: the tables of the fixture report. */
import type { Cell, NumberCell, Section, Table, TextCell, VerdictCell } from '../report.ts';

/** The English and the Italian words for the same thing, next to each other. */
export type Say = (english: string, italian: string) => string;

export function keyFigures(say: Say): Table {
  const early = verdict('cannot_tell_yet', null, say('Too early to say', 'Troppo presto'));
  const steady = verdict(
    'no_change_bigger_than',
    null,
    say('Steady', 'Stabile'),
    say('within 2 points', 'entro 2 punti'),
  );
  const changed = (good: boolean | null) => verdict('signal', good, say('Changed', 'Cambiato'));
  const row = (
    name: string,
    small: string,
    cells: readonly string[],
    end: Cell,
    key: string,
  ): readonly Cell[] => [
    text(name, small),
    ...cells.map((cell, i) =>
      cell === '—'
        ? text('—')
        : number(cell, null, 'share', i === 0 ? { rows: `${key}-2025-05`, small: '± 1.2' } : {}),
    ),
    end,
  ];
  const head = (label: string, align: 'left' | 'right' = 'right') => ({ label, align });
  return {
    caption: say('The figures that matter', 'Le cifre che contano'),
    columns: [
      head(say('Figure', 'Cifra'), 'left'),
      head(say('May', 'Maggio')),
      head(say('Target', 'Obiettivo')),
      head(say('April', 'Aprile')),
      head(say('May 2024', 'Maggio 2024')),
      head(say('Against April', 'Rispetto ad aprile'), 'left'),
    ],
    rows: [
      row(
        say('CSAT', 'CSAT'),
        say('1,204 answers, 31 % of those asked', '1.204 risposte, 31 % degli interpellati'),
        ['86.9 %', '85 %', '84.1 %', '83.5 %'],
        changed(true),
        'csat',
      ),
      row(
        say('First response time', 'Tempo di prima risposta'),
        say('median', 'mediana'),
        ['3 h 40 min', '4 h', '3 h 08 min', '3 h 15 min'],
        changed(false),
        'frt',
      ),
      row(
        say('First response time', 'Tempo di prima risposta'),
        say('9 of 10 within', '9 su 10 entro'),
        ['11 h 05 min', '—', '9 h 50 min', '10 h 02 min'],
        early,
        'frt-p90',
      ),
      row(
        say('Resolution time', 'Tempo di risoluzione'),
        say('median, open cases included', 'mediana, casi aperti inclusi'),
        ['22 h', '24 h', '23 h', '26 h'],
        steady,
        'resolution',
      ),
      row(
        say('First-contact resolution', 'Risoluzione al primo contatto'),
        say('within 7 days', 'entro 7 giorni'),
        ['71.2 %', '75 %', '70.6 %', '—'],
        steady,
        'fcr',
      ),
      row(
        say('Abandonment', 'Abbandono'),
        say('of 12,480 offered calls', 'su 12.480 chiamate offerte'),
        ['6.4 %', '5 %', '6.1 %', '7.9 %'],
        early,
        'abandonment',
      ),
      row(
        say('Messages per customer', 'Messaggi per cliente'),
        say('mean', 'media'),
        ['2.31', '—', '2.28', '2.12'],
        changed(null),
        'messages',
      ),
    ],
    notes: [
      say(
        'Changed: more than chance. Steady: any change is smaller than matters. Too early: not enough cases to say. Of 100 verdicts “Changed”, 5 or fewer will be chance.',
        'Cambiato: più del caso. Stabile: ogni cambiamento è più piccolo di quanto conti. Troppo presto: casi insufficienti. Su 100 verdetti «Cambiato», al massimo 5 sono caso.',
      ),
    ],
  };
}

export function byChannel(say: Say): Section {
  const channels = [
    say('Telephone', 'Telefono'),
    'E-mail',
    'Chat',
    say('Social', 'Social'),
    say('Form', 'Modulo'),
  ];
  return {
    page: 'behind',
    title: say('By channel', 'Per canale'),
    blocks: [
      {
        kind: 'table',
        table: {
          caption: say('Cases and first response by channel', 'Casi e prima risposta per canale'),
          columns: [
            { label: say('Channel', 'Canale'), align: 'left' },
            { label: say('Cases', 'Casi'), align: 'right' },
            { label: say('Median', 'Mediana'), align: 'right' },
            { label: say('9 of 10 within', '9 su 10 entro'), align: 'right' },
          ],
          rows: channels.map((channel, i) => [
            text(channel),
            number(String(900 - i * 130), 900 - i * 130, 'count', { rows: `cases-${i}` }),
            number(`${i + 1} h`, 3600 * (i + 1), 'seconds', { small: `± ${i + 3} min` }),
            i === 3
              ? number('—', null, 'seconds', { small: say('not recorded', 'non registrato') })
              : number(`${3 * i + 4} h`, 3600 * (3 * i + 4), 'seconds'),
          ]),
          notes: [],
        },
      },
    ],
  };
}

function text(shown: string, small?: string): TextCell {
  return { kind: 'text', text: shown, ...(small === undefined ? {} : { small }) };
}

function number(
  shown: string,
  value: number | null,
  unit: string,
  more: Partial<NumberCell> = {},
): NumberCell {
  return { kind: 'number', text: shown, value, unit, ...more };
}

function verdict(
  kind: VerdictCell['verdict'],
  good: boolean | null,
  shown: string,
  small?: string,
): VerdictCell {
  return { kind: 'verdict', verdict: kind, good, text: shown, ...(small === undefined ? {} : { small }) };
}
